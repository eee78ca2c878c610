import { changeOfficeRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { moveToOffice, toRegistrationAnswer } from '../registrations/index.ts'

/** The form is handed in elsewhere; a running deadline follows the new office's calendar. */
export function changeOffice(server: Server, platform: Platform): void {
  addRoute(server, changeOfficeRoute, async ({ params: { registrationId }, body: { officeId }, request }) => {
    const actor = requireActor(request, 'applicant')
    const moved = await inTransaction(platform, (transaction) =>
      moveToOffice(platform, transaction, { registrationId, officeId, actor, requestId: request.id }),
    )
    return toRegistrationAnswer(platform, platform.sql, moved)
  })
}
