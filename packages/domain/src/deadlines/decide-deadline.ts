import { addDays, explainClosedDay, type CivilDate, type ClosedWhy, type OfficeClosure, type WorkingCalendar } from '../calendar/index.ts'
import { findDeadlineRule, type DeadlineRule } from './deadline-rules.ts'

export type DeadlineFacts = {
  /** Civil date in Viet Nam of the submission, or of the re-opening that started the clock anew. */
  readonly submittedOn: CivilDate
  /** How many extensions were granted, by whomever. */
  readonly extensions: number
  readonly calendar: WorkingCalendar
  readonly closures: readonly OfficeClosure[]
  readonly openWeekdays?: readonly number[]
  /** The rule in force on `submittedOn` when left out. */
  readonly rule?: DeadlineRule
}

/** One shift to an open day: of the due date, or of the end of grace. */
export type DeadlineMovement = {
  readonly what: 'due' | 'grace'
  readonly from: CivilDate
  readonly to: CivilDate
  /** Why the office is closed on `from`. */
  readonly why: ClosedWhy
}

export type Deadline = {
  /** Last day, until 24:00 in Viet Nam. */
  readonly dueOn: CivilDate
  /** Last day on which the counter still accepts. */
  readonly graceEndsOn: CivilDate
  readonly ruleVersion: string
  readonly moved: readonly DeadlineMovement[]
  /** Of the running period only; an extension replaces them. */
  readonly reminderOns: readonly CivilDate[]
}

/** An office closed for longer has to be replaced by another one; the date then stays where the law first put it. */
const SEARCH_DAYS = 400

const moveToOpenDay = (what: DeadlineMovement['what'], from: CivilDate, facts: DeadlineFacts): DeadlineMovement | null => {
  const why = explainClosedDay(from, facts)
  if (why === null) return null
  for (let days = 1; days <= SEARCH_DAYS; days += 1) {
    const to = addDays(from, days)
    if (explainClosedDay(to, facts) === null) return { what, from, to, why }
  }
  return null
}

/**
 * The one function that says until when Form 01 may be handed in. Every place that shows a date shows its stored result.
 *
 * The day of submission is not counted (Civil Code 2015 art. 147(2)); a last day on which the office is closed moves to its next open
 * day (art. 148(5)). An extension adds its days to the due date that the person was told, and moves again; grace likewise follows the moved
 * due date. Throws RangeError for a day that does not exist.
 */
export const decideDeadline = (facts: DeadlineFacts): Deadline => {
  const rule = facts.rule ?? findDeadlineRule(facts.submittedOn)
  const settle = (what: DeadlineMovement['what'], nominal: CivilDate) => (rule.moveToOpenDay ? moveToOpenDay(what, nominal, facts) : null)
  let startsOn = facts.submittedOn
  let nominal = addDays(startsOn, rule.days)
  let movement = settle('due', nominal)
  for (let extension = 0; extension < facts.extensions; extension += 1) {
    startsOn = movement?.to ?? nominal
    nominal = addDays(startsOn, rule.extensionDays)
    movement = settle('due', nominal)
  }
  const dueOn = movement?.to ?? nominal
  const graceNominal = addDays(dueOn, rule.graceDays)
  const graceMovement = settle('grace', graceNominal)
  return {
    dueOn,
    graceEndsOn: graceMovement?.to ?? graceNominal,
    ruleVersion: rule.version,
    moved: [movement, graceMovement].filter((step) => step !== null),
    reminderOns: rule.reminderDays.map((days) => addDays(startsOn, days)),
  }
}
