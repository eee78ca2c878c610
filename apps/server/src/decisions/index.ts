import type { Platform } from '../platform/platform.ts'
import { settleDecisionJob, settleDecisions } from './settle-decisions.ts'

export { compareWithPerson, listCandidates, paperReceivedAt, timingOf } from './compare-with-register.ts'
export type { DecisionOrder } from './decide-by-facts.ts'
export { messageKeyOf, toReasonContent } from './decision-messages.ts'
export { type DecisionRow, findStandingDecision } from './decision-queries.ts'
export { holdRefusal } from './hold-refusal.ts'
export { dropLock, listLocks, type Lock, takeLock } from './lock-queries.ts'
export { receivePaper, receivePaperIn } from './receive-paper.ts'
export { recordDecision } from './record-decision.ts'
export { isInView, isOneDesk, requireNotLocked, requireOwnCase } from './require-own-case.ts'
export { settleDecisions } from './settle-decisions.ts'
export { writeReceipt } from './write-receipt.ts'
export { takeBackDecision } from './take-back-decision.ts'

/** Releases decisions when their undo time is over; what a worker that was away has missed first. */
export async function startDecisionJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('settle-decision', (data) => settleDecisionJob(platform, data))
  await settleDecisions(platform)
}
