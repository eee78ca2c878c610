import type { StaffActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import type { Transaction } from '../platform/transaction.ts'
import type { SubmittedRegistration } from '../registrations/index.ts'
import { enqueueDecisionMessages } from './decision-messages.ts'
import { insertDecision } from './decision-queries.ts'

/**
 * A refusal that was decided elsewhere than at the desk, in the caller's transaction: a decision like the others, its messages held until the
 * undo time is over. The caller moves the case.
 */
export async function holdRefusal(
  platform: Platform,
  transaction: Transaction,
  { actor, row, decisionId, reasonCode }: { actor: StaffActor; row: SubmittedRegistration; decisionId: string; reasonCode: string },
): Promise<void> {
  const { undoSeconds } = platform.settings
  const decided = { decisionId, kind: 'refuse', personId: null, reasonCodes: [reasonCode] } as const
  const releasesAt = await insertDecision(transaction, {
    ...decided,
    registrationId: row.registrationId,
    staffId: actor.staffId,
    officeId: actor.officeId,
    checklist: {},
    differences: [],
    stateBefore: row.state,
    undoSeconds,
  })
  await enqueueDecisionMessages(platform, transaction, row, { ...decided, releasesAt }, null)
  await platform.jobs.send(transaction, 'settle-decision', { decisionId }, { startAfter: undoSeconds })
}
