import { extendRegistrationRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { extendDeadline, toRegistrationAnswer } from '../registrations/index.ts'

/** Ten more days, at most twice, not after the grace. */
export function extendRegistration(server: Server, platform: Platform): void {
  addRoute(server, extendRegistrationRoute, async ({ params: { registrationId }, request }) => {
    const actor = requireActor(request, 'applicant')
    const extended = await inTransaction(platform, (transaction) =>
      extendDeadline(platform, transaction, { registrationId, actor, requestId: request.id }),
    )
    return toRegistrationAnswer(platform, platform.sql, extended)
  })
}
