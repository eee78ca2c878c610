import { withdrawRegistrationRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { loadRegistration, moveRegistration, toRegistrationAnswer } from '../registrations/index.ts'

/** The applicant takes the registration back; asked twice, the second answer is the first one's. */
export function withdrawRegistration(server: Server, platform: Platform): void {
  addRoute(server, withdrawRegistrationRoute, async ({ params: { registrationId }, request }) => {
    const actor = requireActor(request, 'applicant')
    const known = await loadRegistration(platform.sql, registrationId)
    const row =
      known.state === 'withdrawn'
        ? known
        : await inTransaction(platform, (transaction) =>
            moveRegistration(platform, transaction, { registrationId, move: 'withdraw', actor, requestId: request.id }),
          )
    return toRegistrationAnswer(platform, platform.sql, row)
  })
}
