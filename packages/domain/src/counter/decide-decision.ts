import type { CivilDate } from '../calendar/index.ts'
import type { CounterTiming } from '../deadlines/index.ts'
import type { Difference } from '../differences/index.ts'
import { refused, type Refused } from '../refused.ts'
import { decideMove, type MoveRefusalCode, type RegistrationState } from '../registrations/index.ts'
import { decideChecklist, type ChecklistItemCode, type ChecklistMarks } from './decide-checklist.ts'
import { findDecisionReason } from './decision-reasons.ts'

export type DecisionKind = 'approve' | 'return' | 'refuse'

export type DecisionFacts = {
  readonly decision: DecisionKind
  readonly state: RegistrationState
  readonly by: 'clerk' | 'supervisor'
  readonly staffId: string
  /** Timing of the day on which the paper was received, not of today: a case received in time may be decided later. */
  readonly timing: CounterTiming
  readonly checklist: ChecklistMarks
  readonly todayOn: CivilDate
  readonly foreigner?: boolean
  /** Who holds the case's lock; null when nobody does. */
  readonly lockedByStaffId: string | null
  /** The applicant is the clerk, or of the clerk's household. */
  readonly ownCase: boolean
  readonly differences: readonly Difference[]
  readonly reasonCode?: string | null
  readonly secondPersonDue?: boolean
  /** Who did the first check, when there was one. */
  readonly checkedByStaffId?: string | null
}

export type DecisionRefusalCode =
  | MoveRefusalCode
  | 'decision-locked-by-other'
  | 'decision-own-case'
  | 'decision-after-expiry'
  | 'decision-reason-missing'
  | 'decision-reason-unknown'
  | 'decision-checklist-incomplete'
  | 'decision-checklist-failed'
  | 'decision-difference-blocks'
  | 'decision-second-person-due'
  | 'decision-same-person'

type DecisionRefusal = Refused<DecisionRefusalCode> & {
  readonly items?: readonly ChecklistItemCode[]
  readonly differences?: readonly Difference[]
}

/** A case is decided with the reason that the citizen will read; free text alone is no reason. */
const refuseForReason = (facts: DecisionFacts): DecisionRefusal | null => {
  if (facts.decision === 'approve') return null
  if (!facts.reasonCode) return refused('decision-reason-missing')
  return findDecisionReason(facts.reasonCode)?.for.includes(facts.decision) ? null : refused('decision-reason-unknown')
}

const refuseForChecks = (facts: DecisionFacts): DecisionRefusal | null => {
  if (facts.decision !== 'approve') return null
  const on = facts.todayOn
  const checklist = decideChecklist(facts.checklist, facts.foreigner === undefined ? { on } : { on, foreigner: facts.foreigner })
  if (!checklist.complete) return { ...refused('decision-checklist-incomplete'), items: checklist.missing }
  if (!checklist.passed) return { ...refused('decision-checklist-failed'), items: checklist.failed }
  const blocking = facts.differences.filter((difference) => difference.severity === 'block')
  return blocking.length > 0 && facts.by !== 'supervisor' ? { ...refused('decision-difference-blocks'), differences: blocking } : null
}

const refuseForSecondPerson = (facts: DecisionFacts): DecisionRefusal | null => {
  if (facts.decision !== 'approve') return null
  if (facts.secondPersonDue === true && facts.state !== 'checked') return refused('decision-second-person-due')
  return facts.state === 'checked' && facts.checkedByStaffId === facts.staffId ? refused('decision-same-person') : null
}

/**
 * May this decision be taken by this person now? The first obstacle is named, in the order in which a clerk can do something about it.
 * A supervisor may approve over a blocking difference (the register can be wrong), never over the checklist.
 */
export const decideDecision = (facts: DecisionFacts): { readonly ok: true; readonly to: RegistrationState } | DecisionRefusal => {
  if (facts.ownCase) return refused('decision-own-case')
  if (facts.lockedByStaffId !== null && facts.lockedByStaffId !== facts.staffId) return refused('decision-locked-by-other')
  const move = decideMove(facts.state, facts.decision, facts.by)
  if (!move.ok) return move
  if (facts.timing === 'expired') return refused('decision-after-expiry')
  return refuseForReason(facts) ?? refuseForChecks(facts) ?? refuseForSecondPerson(facts) ?? move
}
