import type { RefusalCode } from '@an-sinh/contract'
import { decideDecision, type DecisionKind, type DecisionRefusalCode, type Difference, readChecklistMarks } from '@an-sinh/domain'
import type { PersonCandidate } from '../persons/index.ts'
import { isOwnFamily } from '../families/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import { isSamePerson } from '../platform/is-same-person.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { readToday, type SubmittedRegistration } from '../registrations/index.ts'
import { findSecondCheck, type SecondCheckRow } from '../second-checks/index.ts'
import { compareWithPerson, listCandidates, timingOf } from './compare-with-register.ts'
import { listLocks } from './lock-queries.ts'

export type DecisionOrder = {
  /** Ours to repeat: the same id sent twice is one decision. */
  decisionId: string
  registrationId: string
  /** The version that was on the screen. */
  version: number
  kind: DecisionKind
  personId: number | null
  documentKind: string | null
  /** Codes of the items ticked. */
  checklist: readonly string[]
  reasonCodes: readonly string[]
}

const REFUSALS: Readonly<Record<DecisionRefusalCode, RefusalCode>> = {
  'move-not-allowed': 'move-not-allowed',
  'not-yours': 'not-allowed',
  'case-locked': 'case-locked',
  'case-own': 'case-own',
  'case-expired': 'case-expired',
  'reason-missing': 'reason-missing',
  'reason-unknown': 'reason-missing',
  'checklist-incomplete': 'checklist-incomplete',
  'checklist-failed': 'checklist-incomplete',
  'difference-blocks': 'difference-blocks',
  // Never refused: the approval becomes the first of two checks.
  'second-person-due': 'not-allowed',
  'second-person-same': 'second-person-same',
  'second-person-senior': 'second-person-senior',
}

/** A state in which something was decided already; the colleague's decision is on the screen after a reload. */
const DECIDED: readonly SubmittedRegistration['state'][] = ['approved', 'activated', 'returned', 'refused']

const requireOpen = (row: SubmittedRegistration, version: number, today: string): void => {
  if (DECIDED.includes(row.state)) throw new Refusal('case-decided')
  if (row.state === 'expired' || (row.state === 'awaiting-visit' && timingOf(row, today) === 'expired')) throw new Refusal('case-expired')
  if (row.version !== version) throw new Refusal('version-conflict')
}

/** Only somebody the comparison has shown can be approved: an id from elsewhere is no match. */
const requireMatch = (kind: DecisionKind, candidates: readonly PersonCandidate[], personId: number | null): PersonCandidate | null => {
  const person = candidates.find((candidate) => candidate.personId === personId) ?? null
  if (kind !== 'approve') return person
  if (person === null) throw new Refusal('person-missing')
  if (person.diedOn !== null || person.mergedIntoPersonId !== null) throw new Refusal('person-not-eligible')
  return person
}

/** `isFirstCheck`: all is well, and a second person is due: this was the first look of two. */
export type DecisionBasis = { person: PersonCandidate | null; differences: Difference[]; isFirstCheck: boolean }

/** Of a case that was checked once, the second person confirms the same match or none. */
const requireSameMatch = (row: SubmittedRegistration, order: DecisionOrder, check: SecondCheckRow | null): void => {
  if (row.state === 'checked' && order.kind === 'approve' && check?.personId !== order.personId) throw new Refusal('second-person-differs')
}

/** Who looked first: the same account, or another account of the same person, is no second person. */
const checkerOf = (check: SecondCheckRow | null, actor: StaffActor): string | null => {
  if (check === null || check.firstStaffId === null) return null
  const isSame = isSamePerson(actor, { staffId: check.firstStaffId, personId: check.firstPersonId })
  return String(isSame ? actor.staffId : check.firstStaffId)
}

/**
 * Loads what the decision rests on and lets the domain decide. Call it with the registration's row held.
 * @throws Refusal `case-decided`, `case-expired`, `version-conflict`, `case-own`, `case-locked`, `person-missing`, `person-not-eligible`,
 * `checklist-incomplete`, `difference-blocks`, `reason-missing`, `move-not-allowed`, `not-allowed`, `second-person-…`
 */
export async function decideByFacts(
  sql: Queryable,
  actor: StaffActor,
  row: SubmittedRegistration,
  order: DecisionOrder,
): Promise<DecisionBasis> {
  const todayOn = await readToday(sql)
  requireOpen(row, order.version, todayOn)
  const candidates = await listCandidates(sql, row)
  const [lock] = await listLocks(sql, [row.registrationId])
  const chosen = candidates.find((candidate) => candidate.personId === order.personId)
  const meant = candidates.filter(
    ({ personId, foundBy }) => personId === chosen?.personId || foundBy.includes('insurance-number') || foundBy.includes('national-id'),
  )
  const ownCase = await isOwnFamily(sql, actor, meant)
  if (ownCase) throw new Refusal('case-own')
  const person = requireMatch(order.kind, candidates, order.personId)
  const differences = person === null ? [] : compareWithPerson(row, person)
  const check = await findSecondCheck(sql, row.registrationId)
  requireSameMatch(row, order, check)
  const decision = decideDecision({
    decision: order.kind,
    state: row.state,
    by: actor.role === 'supervisor' ? 'supervisor' : 'clerk',
    staffId: String(actor.staffId),
    timing: timingOf(row, todayOn),
    checklist: readChecklistMarks(order.documentKind, order.checklist),
    todayOn,
    foreigner: row.declared.nationality !== 'VN',
    lockedByStaffId: lock === undefined ? null : String(lock.staffId),
    ownCase,
    differences,
    reasonCodes: order.reasonCodes,
    secondPersonDue: check !== null && (check.drawn || check.risky),
    checkedByStaffId: checkerOf(check, actor),
    checkedBy: check?.firstRole ?? null,
    risky: check?.risky === true,
  })
  const isFirstCheck = !decision.ok && decision.code === 'second-person-due'
  if (!decision.ok && !isFirstCheck) throw new Refusal(REFUSALS[decision.code])
  return { person, differences, isFirstCheck }
}
