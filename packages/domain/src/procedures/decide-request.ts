import { refused, type Refused } from '../values/index.ts'
import { CORRECTION_STATE_RULES, type CorrectionState } from './correction-states.ts'
import { findRequestReason } from './request-reasons.ts'

export type RequestDecisionKind = 'accept' | 'refuse' | 'ask'

export type RequestDecisionFacts = {
  readonly decision: RequestDecisionKind
  readonly state: CorrectionState
  /** Another decision stands: released, or still within its undo time. */
  readonly decided: boolean
  /** The request is the clerk's, or of the clerk's household. */
  readonly ownCase: boolean
  readonly reasonCode: string | null
  /** Cells that would be written; taking the whole line away counts as well. */
  readonly changes: number
}

export type RequestDecisionRefusalCode = 'case-own' | 'case-decided' | 'move-not-allowed' | 'reason-missing' | 'correction-empty'

/** May this request be decided like this now? The first obstacle is named. A request that waits for its sender is not decided meanwhile. */
export const decideRequest = (facts: RequestDecisionFacts): { readonly ok: true } | Refused<RequestDecisionRefusalCode> => {
  if (facts.ownCase) return refused('case-own')
  if (facts.decided || !CORRECTION_STATE_RULES[facts.state].isOpen) return refused('case-decided')
  if (facts.state === 'waiting') return refused('move-not-allowed')
  if (facts.decision === 'accept') return facts.changes > 0 ? { ok: true } : refused('correction-empty')
  const reason = facts.reasonCode === null ? null : findRequestReason(facts.reasonCode)
  return reason?.for === facts.decision ? { ok: true } : refused('reason-missing')
}
