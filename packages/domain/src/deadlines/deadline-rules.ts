import type { CivilDate } from '../calendar/index.ts'

/** Days are calendar days; `reminderDays` count from the day the period began, that day not counted. */
export type DeadlineRule = {
  readonly version: string
  readonly effectiveFrom: CivilDate
  readonly days: number
  readonly graceDays: number
  readonly reminderDays: readonly number[]
  readonly extensionDays: number
  readonly maxExtensions: number
  /** Whether a last day on which the office is closed moves to its next open day. */
  readonly moveToOpenDay: boolean
  readonly source: string
}

/** The rule of the day of submission holds for the whole case; its version is stored with the result. */
export const DEADLINE_RULES: readonly DeadlineRule[] = [
  {
    version: 'deadline-1',
    effectiveFrom: '2020-11-25',
    days: 10,
    graceDays: 5,
    reminderDays: [5, 8],
    extensionDays: 10,
    maxExtensions: 2,
    moveToOpenDay: true,
    source:
      'Hà Nội Social Insurance, letter carrying out plan 4489/KH-BHXH of 25/11/2020 ("trong vòng 10 ngày"); Civil Code 91/2015/QH13 art. 147(2) (first day not counted), 148(5)–(6) (a last day off moves; until 24:00). Grace, reminders, extensions: operator\'s rule',
  },
]

/** The rule in force on a day; the oldest one for days before any rule. Throws RangeError on an empty list. */
export const findDeadlineRule = (on: CivilDate, rules: readonly DeadlineRule[] = DEADLINE_RULES): DeadlineRule => {
  const rule = rules.filter((candidate) => candidate.effectiveFrom <= on).at(-1) ?? rules[0]
  if (!rule) throw new RangeError('no deadline rule')
  return rule
}
