import { sendToReviewRoute } from '@an-sinh/contract'
import { findReviewReason } from '@an-sinh/domain'
import { requireNotLocked, requireOwnCase } from '../decisions/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { moveRegistration } from '../registrations/index.ts'
import { listSignals } from '../fraud-signals/index.ts'
import { insertReview } from './suspect-queries.ts'

/** Out of the ordinary queue, to a supervisor. The applicant reads that the case is being checked further, and nothing else. */
export function sendToReview(server: Server, platform: Platform): void {
  addRoute(server, sendToReviewRoute, async ({ params: { registrationId }, body, request }) => {
    const actor = requireActor(request, 'staff')
    const { reviewId, version, reasonCode, said } = body
    const reason = findReviewReason('send', reasonCode)
    return inTransaction(platform, async (transaction) => {
      const row = await requireOwnCase(transaction, actor, registrationId, 'for-update')
      if (reason === null) throw new Refusal('reason-missing')
      await requireNotLocked(transaction, actor, registrationId)
      const signalKinds = (await listSignals(transaction, [registrationId])).map(({ kind }) => kind)
      const review = { reviewId, registrationId, kind: 'send', staffId: actor.staffId, officeId: actor.officeId } as const
      if (!(await insertReview(transaction, { ...review, reasonCode, said: said.trim(), signalKinds }))) return { state: row.state }
      const { state } = await moveRegistration(platform, transaction, {
        registrationId,
        move: 'send-to-fraud-review',
        actor,
        expectedVersion: version,
        reasonCodes: [reasonCode],
        details: { reviewId },
        requestId: request.id,
      })
      return { state }
    })
  })
}
