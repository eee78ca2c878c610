import { addDays, isOpenDay, type CivilDate, type OfficeClosure, type WorkingCalendar } from '../calendar/index.ts'

export type CorrectionRule = {
  readonly version: string
  readonly effectiveFrom: CivilDate
  /** The office's working days until the answer is due, the day of sending not counted. */
  readonly workingDays: number
  /** Hours until the receipt; ours is given at once. */
  readonly receiptHours: number
  readonly source: string
  /** `unverified`: the number comes from a summary, the text itself was not at hand. */
  readonly standing: 'checked' | 'unverified'
}

/** The rule of the day of sending holds for the whole request; its version is stored with the due date. */
export const CORRECTION_RULES: readonly CorrectionRule[] = [
  {
    version: 'correction-1',
    effectiveFrom: '2025-07-01',
    workingDays: 10,
    receiptHours: 2,
    source:
      "Decree 164/2025/ND-CP (receipt within 2 hours, filing around the clock); Personal Data Protection Law 91/2025/QH15 with Decree 356/2025 (request to correct: 10 days); counted in working days as an operator's rule",
    standing: 'unverified',
  },
]

/** The rule in force on a day; the oldest one for days before any rule. Throws RangeError on an empty list. */
export const findCorrectionRule = (on: CivilDate, rules: readonly CorrectionRule[] = CORRECTION_RULES): CorrectionRule => {
  const rule = rules.filter((candidate) => candidate.effectiveFrom <= on).at(-1) ?? rules[0]
  if (!rule) throw new RangeError('no correction rule')
  return rule
}

type OpenDays = {
  readonly calendar: WorkingCalendar
  readonly closures: readonly OfficeClosure[]
  readonly openWeekdays?: readonly number[]
}

/** An office closed for longer answers through another one: the count then goes on over the closed days. */
const SEARCH_DAYS = 400

/** The n-th open day after `from`, which itself is not counted. Throws RangeError for a negative or broken number of days. */
export const addWorkingDays = (from: CivilDate, days: number, facts: OpenDays): CivilDate => {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`${days} is no number of working days`)
  let on = from
  for (let open = 0, step = 0; open < days && step < SEARCH_DAYS; step += 1) {
    on = addDays(on, 1)
    if (isOpenDay(on, facts)) open += 1
  }
  return on
}

/** Until when a request sent on a day is answered, until 24:00, and the rule that says so. */
export const decideCorrectionDue = (sentOn: CivilDate, facts: OpenDays): { readonly dueOn: CivilDate; readonly ruleVersion: string } => {
  const rule = findCorrectionRule(sentOn)
  return { dueOn: addWorkingDays(sentOn, rule.workingDays, facts), ruleVersion: rule.version }
}

/** Open days after `from` up to and with `to`; none when `to` is not later. */
const countWorkingDays = (from: CivilDate, to: CivilDate, facts: OpenDays): number => {
  let open = 0
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) open += isOpenDay(on, facts) ? 1 : 0
  return open
}

/** The clock stood still while the person was asked: the working days left then are left now, one at least. */
export const resumeCorrectionDue = (
  { askedOn, dueOn, answeredOn }: { readonly askedOn: CivilDate; readonly dueOn: CivilDate; readonly answeredOn: CivilDate },
  facts: OpenDays,
): CivilDate => addWorkingDays(answeredOn, Math.max(1, countWorkingDays(askedOn, dueOn, facts)), facts)

/** Where a due date stands when days of the office are closed or opened again: the same number of open days after the clock began. */
export const moveCorrectionDue = (
  { startedOn, dueOn }: { readonly startedOn: CivilDate; readonly dueOn: CivilDate },
  before: OpenDays,
  after: OpenDays,
): CivilDate => addWorkingDays(startedOn, countWorkingDays(startedOn, dueOn, before), after)
