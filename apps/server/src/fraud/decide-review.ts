import { decideReviewRoute } from '@an-sinh/contract'
import { decideMove, findReviewReason, type ReviewKind } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { holdRefusal } from '../decisions/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { moveRegistration, type SubmittedRegistration } from '../registrations/index.ts'
import { markRisky } from '../second-checks/index.ts'
import { clearReviewed, listSignals } from '../fraud-signals/index.ts'
import { requireReview } from './require-review.ts'
import { showReview } from './show-review.ts'
import { insertReview } from './suspect-queries.ts'

type Order = { reviewId: string; kind: Exclude<ReviewKind, 'send'>; version: number; reasonCode: string; said: string }

/** Under review it moves; flagged and not sent to review, a pass only says that somebody has looked. */
const move = async (
  platform: Platform,
  transaction: Transaction,
  { actor, row, order, requestId }: { actor: StaffActor; row: SubmittedRegistration; order: Order; requestId: string },
): Promise<void> => {
  const { registrationId } = row
  const { kind, version, reasonCode, reviewId } = order
  const name = kind === 'pass' ? 'pass-fraud-review' : 'refuse-fraud'
  if (kind === 'refuse' || decideMove(row.state, name, 'supervisor').ok) {
    await moveRegistration(platform, transaction, {
      registrationId,
      move: name,
      actor,
      expectedVersion: version,
      reasonCodes: [reasonCode],
      details: { reviewId },
      requestId,
      ...(kind === 'refuse' ? { set: { stateBeforeDecision: row.state } } : {}),
      // Received in any case: what was sent to review before the paper came is waited for no longer.
      ...(kind === 'pass' && row.receivedAt === null ? { set: { receivedAt: 'now' as const } } : {}),
    })
    return
  }
  if (row.version !== version) throw new Refusal('version-conflict')
  await recordAudit(transaction, {
    actor,
    action: 'signals-passed',
    registrationId,
    personId: row.personId,
    reasonCode,
    requestId,
    details: { reviewId },
  })
}

/** Passed, the signals stand no more and the case goes on; refused, it ends with a reason the citizen reads once the undo time is over. One transaction; sent twice it is once. */
export function decideReview(server: Server, platform: Platform): void {
  addRoute(server, decideReviewRoute, async ({ params: { registrationId }, body, request }) => {
    const actor = requireActor(request, 'staff')
    await inTransaction(platform, async (transaction) => {
      const row = await requireReview(transaction, actor, registrationId, 'for-update')
      if (findReviewReason(body.kind, body.reasonCode) === null) throw new Refusal('reason-missing')
      const signalKinds = (await listSignals(transaction, [registrationId])).map(({ kind }) => kind)
      const review = { ...body, registrationId, staffId: actor.staffId, officeId: actor.officeId, said: body.said.trim(), signalKinds }
      if (!(await insertReview(transaction, review))) return
      await move(platform, transaction, { actor, row, order: body, requestId: request.id })
      // In the words of the reason, as at the counter: kind, and nothing of what was suspected.
      if (body.kind === 'refuse')
        await holdRefusal(platform, transaction, { actor, row, decisionId: body.reviewId, reasonCode: body.reasonCode })
      else {
        await clearReviewed(transaction, registrationId)
        await markRisky(transaction, [registrationId], false)
      }
    })
    return showReview(platform, request, registrationId)
  })
}
