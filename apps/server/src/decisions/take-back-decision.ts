import { decideUndo } from '@an-sinh/domain'
import { takeBackAccount } from '../accounts/index.ts'
import { cancelMessages } from '../messages/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { moveRegistration } from '../registrations/index.ts'
import { messageKeysOf } from './decision-messages.ts'
import { findDecision, markUndone } from './decision-queries.ts'
import { requireOwnCase } from './require-own-case.ts'

/**
 * Takes all of a decision back while its messages are held: decision, state, account, messages, in one audited transaction.
 * By who decided, or a supervisor of the office. Sent twice it is done once.
 * @throws Refusal `undo-too-late`, `not-allowed`, `not-found`, `case-elsewhere`
 */
export async function takeBackDecision(
  platform: Platform,
  actor: StaffActor,
  { registrationId, decisionId }: { registrationId: string; decisionId: string },
  requestId: string,
): Promise<void> {
  await inTransaction(platform, async (transaction) => {
    const row = await requireOwnCase(transaction, actor, registrationId, 'for-update')
    const decision = requireFound(await findDecision(transaction, decisionId), 'not-found')
    if (decision.registrationId !== registrationId) throw new Refusal('not-found')
    if (decision.undoneAt !== null) return
    const { gone } = await cancelMessages(transaction, { idempotencyKeys: messageKeysOf(decisionId) })
    const wasReview = decision.stateBefore === 'fraud-review'
    const undo = decideUndo({
      state: row.state,
      wasReview,
      by: actor.role === 'supervisor' ? 'supervisor' : 'clerk',
      staffId: String(actor.staffId),
      decidedByStaffId: String(decision.staffId),
      decidedAtMs: decision.decidedAt.getTime(),
      nowMs: decision.readAt.getTime(),
      undoSeconds: (decision.releasesAt.getTime() - decision.decidedAt.getTime()) / 1000,
      messageLeft: gone > 0,
    })
    if (!undo.ok) throw new Refusal(undo.code === 'undo-not-your-decision' || undo.code === 'not-yours' ? 'not-allowed' : 'undo-too-late')
    // The conditional UPDATE has the last word: the release may have come between.
    if (!(await markUndone(transaction, decisionId))) throw new Refusal('undo-too-late')
    if (decision.personId !== null) await takeBackAccount(transaction, { personId: decision.personId, registrationId })
    await moveRegistration(platform, transaction, {
      registrationId,
      move: wasReview ? 'undo-review' : 'undo-decision',
      actor,
      set: { personId: null, documentKind: null, stateBeforeDecision: null },
      details: { decisionId },
      requestId,
    })
  })
}
