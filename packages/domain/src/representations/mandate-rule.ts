import { addCalendarMonths, addDays, type CivilDate, isCivilDate } from '../calendar/index.ts'

/** A mandate without a term holds for one year (Civil Code 91/2015/QH13 art. 563); ours never holds longer, and an offer waits this long. */
export const MANDATE_RULE = { monthsMax: 12, answerDays: 14 } as const

/** The last day that a mandate given today may have, counted to the corresponding day (Civil Code art. 148). */
export const mandateLastDayMax = (today: CivilDate): CivilDate => addDays(addCalendarMonths(today, MANDATE_RULE.monthsMax), -1)

/** Whether a mandate given today may hold until that day. */
export const isMandateLastDay = (lastOn: string, today: CivilDate): boolean =>
  isCivilDate(lastOn) && today <= lastOn && lastOn <= mandateLastDayMax(today)
