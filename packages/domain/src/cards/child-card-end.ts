import { addCalendarMonths, addDays, type CivilDate, type PartialDate } from '../calendar/index.ts'

const SCHOOL_BEGINS = '09-30'

/** The latest day that a partial birth date allows: what is not known is not held against the child. */
const latestOf = (bornOn: PartialDate): CivilDate => {
  if (bornOn.length === 4) return `${bornOn}-12-31`
  return bornOn.length === 7 ? addDays(addCalendarMonths(`${bornOn}-01`, 1), -1) : bornOn
}

/**
 * Last day of the card of a child under six (TE): the day it completes 72 months; where that comes before the school year, 30 September of
 * that year (Law on Health Insurance art. 16(3), as amended by Law 46/2014/QH13).
 */
export const decideChildCardEnd = (bornOn: PartialDate): CivilDate => {
  const sixOn = addCalendarMonths(latestOf(bornOn), 72)
  const schoolOn = `${sixOn.slice(0, 4)}-${SCHOOL_BEGINS}`
  return sixOn <= schoolOn ? schoolOn : sixOn
}
