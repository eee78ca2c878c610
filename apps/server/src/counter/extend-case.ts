import { extendCaseRoute } from '@an-sinh/contract'
import { requireOwnCase } from '../decisions/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { extendDeadline } from '../registrations/index.ts'
import { insertExtensionReason } from './counter-queries.ts'
import { showCase } from './show-case.ts'

/** More time, with a reason in the clerk's words; the applicant is told the new date. */
export function extendCase(server: Server, platform: Platform): void {
  addRoute(server, extendCaseRoute, async ({ params, body, request }) => {
    const actor = requireActor(request, 'staff')
    const { registrationId } = params
    const reason = body.reason.trim()
    await inTransaction(platform, async (transaction) => {
      await requireOwnCase(transaction, actor, registrationId, 'for-update')
      await extendDeadline(platform, transaction, { registrationId, actor, reason, requestId: request.id })
      await insertExtensionReason(transaction, registrationId, actor.staffId, reason)
    })
    return showCase(platform, request, registrationId)
  })
}
