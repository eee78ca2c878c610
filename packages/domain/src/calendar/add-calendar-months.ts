import { daysInMonth, isCivilDate, type CivilDate } from './civil-date.ts'

/**
 * The day of the same number `months` later, or earlier when negative; where that month has no such day its last
 * (Civil Code 91/2015/QH13 art. 148: a term in months or years ends on the corresponding day, else on the month's last).
 */
export const addCalendarMonths = (date: CivilDate, months: number): CivilDate => {
  if (!isCivilDate(date)) throw new RangeError(`not a civil date: ${date}`)
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const [year, ofYear] = [Math.floor(month / 12), (month % 12) + 1]
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, ofYear))
  return `${String(year).padStart(4, '0')}-${String(ofYear).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
