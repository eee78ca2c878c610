import { daysBetween, isCivilDate, type CivilDate } from '../calendar/index.ts'
import { refused, type Refused } from '../values/index.ts'

/** Operator's rule: longer than this an office is replaced, not closed; earlier than this the cases have long been dealt with. */
export const CLOSURE_RULE = { version: 'closure-1', mostDays: 60, mostDaysBack: 14, mostDaysAhead: 366 } as const

export type ClosureRefusalCode = 'closure-dates'

/** May an office be closed on these days, both included? */
export const checkClosure = (facts: {
  readonly fromOn: CivilDate
  readonly toOn: CivilDate
  readonly todayOn: CivilDate
}): { readonly ok: true; readonly days: number } | Refused<ClosureRefusalCode> => {
  const { fromOn, toOn, todayOn } = facts
  if (!isCivilDate(fromOn) || !isCivilDate(toOn)) return refused('closure-dates')
  const days = daysBetween(fromOn, toOn) + 1
  const startsIn = daysBetween(todayOn, fromOn)
  const isPossible =
    days >= 1 && days <= CLOSURE_RULE.mostDays && startsIn >= -CLOSURE_RULE.mostDaysBack && startsIn <= CLOSURE_RULE.mostDaysAhead
  return isPossible ? { ok: true, days } : refused('closure-dates')
}
