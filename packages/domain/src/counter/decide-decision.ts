import type { CivilDate } from '../calendar/index.ts'
import type { CounterTiming } from '../deadlines/index.ts'
import type { Difference } from '../differences/index.ts'
import { refused, type Refused } from '../values/index.ts'
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
  /** At least one for a return or a refusal, all of its kind. */
  readonly reasonCodes?: readonly string[]
  readonly secondPersonDue?: boolean
  /** Who did the first check, when there was one. */
  readonly checkedByStaffId?: string | null
  readonly checkedBy?: 'clerk' | 'supervisor' | null
  /** Signals stand: one of the two who look must be a supervisor. */
  readonly risky?: boolean
}

export type DecisionRefusalCode =
  | MoveRefusalCode
  | 'case-locked'
  | 'case-own'
  | 'case-expired'
  | 'reason-missing'
  | 'reason-unknown'
  | 'checklist-incomplete'
  | 'checklist-failed'
  | 'difference-blocks'
  | 'second-person-due'
  | 'second-person-same'
  | 'second-person-senior'

type DecisionRefusal = Refused<DecisionRefusalCode> & {
  readonly items?: readonly ChecklistItemCode[]
  readonly differences?: readonly Difference[]
}

/** A case is decided with the reason that the citizen will read; free text alone is no reason. */
const refuseForReason = (facts: DecisionFacts): DecisionRefusal | null => {
  if (facts.decision === 'approve') return null
  const { reasonCodes = [], decision } = facts
  if (reasonCodes.length === 0) return refused('reason-missing')
  return reasonCodes.every((code) => findDecisionReason(code)?.for === decision) ? null : refused('reason-unknown')
}

const refuseForChecks = (facts: DecisionFacts): DecisionRefusal | null => {
  if (facts.decision !== 'approve') return null
  const on = facts.todayOn
  const checklist = decideChecklist(facts.checklist, facts.foreigner === undefined ? { on } : { on, foreigner: facts.foreigner })
  if (!checklist.complete) return { ...refused('checklist-incomplete'), items: checklist.missing }
  if (!checklist.passed) return { ...refused('checklist-failed'), items: checklist.failed }
  const blocking = facts.differences.filter((difference) => difference.severity === 'block')
  return blocking.length > 0 && facts.by !== 'supervisor' ? { ...refused('difference-blocks'), differences: blocking } : null
}

const refuseForSecondPerson = (facts: DecisionFacts): DecisionRefusal | null => {
  if (facts.decision !== 'approve') return null
  if (facts.secondPersonDue === true && facts.state !== 'checked') return refused('second-person-due')
  if (facts.state !== 'checked') return null
  if (facts.checkedByStaffId === facts.staffId) return refused('second-person-same')
  const senior = facts.by === 'supervisor' || facts.checkedBy === 'supervisor'
  return facts.risky === true && !senior ? refused('second-person-senior') : null
}

/**
 * May this decision be taken by this person now? The first obstacle is named, in the order in which a clerk can do something about it.
 * A supervisor may approve over a blocking difference (the register can be wrong), never over the checklist.
 */
export const decideDecision = (facts: DecisionFacts): { readonly ok: true; readonly to: RegistrationState } | DecisionRefusal => {
  if (facts.ownCase) return refused('case-own')
  if (facts.lockedByStaffId !== null && facts.lockedByStaffId !== facts.staffId) return refused('case-locked')
  const move = decideMove(facts.state, facts.decision, facts.by)
  if (!move.ok) return move
  if (facts.timing === 'expired') return refused('case-expired')
  return refuseForReason(facts) ?? refuseForChecks(facts) ?? refuseForSecondPerson(facts) ?? move
}
