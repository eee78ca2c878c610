import { refused, type Refused } from '../values/index.ts'
import { daysInMonth, isCivilDate } from './civil-date.ts'

/** A birth date as far as the register knows it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Never padded out with a false 1 January. */
export type PartialDate = string

export type DateRefusalCode = 'date-year' | 'date-month' | 'date-day' | 'date-day-without-month' | 'date-does-not-exist'
export type RefusalReason = Refused<DateRefusalCode>

/** Nobody alive was born before; a two-digit year is thereby refused instead of guessed. */
const FIRST_YEAR = 1880
const LAST_YEAR = 2999

const isWhole = (value: number, from: number, to: number): boolean => Number.isInteger(value) && value >= from && value <= to

/** True for a year, a month of a year or a day that exists. */
export const isPartialDate = (text: string): boolean =>
  /^\d{4}$/u.test(text) ? Number(text) >= 1 : /^\d{4}-\d{2}$/u.test(text) ? isCivilDate(`${text}-01`) : isCivilDate(text)

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/**
 * Three number boxes → partial date. Only the year is needed; a day needs its month. A refusal is an object, so
 * `typeof answer === 'string'` tells the good answer. 29 February of a common year is `date-does-not-exist`.
 */
export const parsePartialDate = (
  day: number | null | undefined,
  month: number | null | undefined,
  year: number,
): PartialDate | RefusalReason => {
  if (!isWhole(year, FIRST_YEAR, LAST_YEAR)) return refused('date-year')
  if (month === null || month === undefined) return day === null || day === undefined ? String(year) : refused('date-day-without-month')
  if (!isWhole(month, 1, 12)) return refused('date-month')
  if (day === null || day === undefined) return `${year}-${twoDigits(month)}`
  if (!isWhole(day, 1, 31)) return refused('date-day')
  return day > daysInMonth(year, month) ? refused('date-does-not-exist') : `${year}-${twoDigits(month)}-${twoDigits(day)}`
}
