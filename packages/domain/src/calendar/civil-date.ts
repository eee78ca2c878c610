/** A day of the civil calendar, `YYYY-MM-DD`, years 0001–9999, no time and no zone. */
export type CivilDate = string

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/u
const DAY_MS = 86_400_000
/** Viet Nam's legal time is zone 7 the year round (Decision 134/2002/QĐ-TTg of 14/10/2002): no daylight saving to look up. */
const VIET_NAM_OFFSET_MS = 7 * 3_600_000

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days in a month of the Gregorian calendar; `month` 1–12. */
export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1970-01-01. Counts from 1 March so that the leap day is a year's last (after H. Hinnant, "days_from_civil"). */
const toDayNumber = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

const fromDayNumber = (dayNumber: number): CivilDate => {
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  if (year < 1 || year > 9999) throw new RangeError(`day number ${dayNumber} is outside years 1–9999`)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** True for a day that exists: `2026-02-29` is not one. */
export const isCivilDate = (text: string): boolean => {
  const match = SHAPE.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

const dayNumberOf = (date: CivilDate): number => {
  if (!isCivilDate(date)) throw new RangeError(`not a civil date: ${date}`)
  return toDayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)))
}

/** The date `days` calendar days later (earlier when negative). Throws RangeError for a day that does not exist. */
export const addDays = (date: CivilDate, days: number): CivilDate => fromDayNumber(dayNumberOf(date) + days)

/** Negative, zero or positive, for sorting. ISO dates of four-digit years order as text. */
export const compareDates = (first: CivilDate, second: CivilDate): number => {
  if (first === second) return 0
  return first < second ? -1 : 1
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumberOf(to) - dayNumberOf(from)

/** 0 Sunday … 6 Saturday; 1970-01-01 was a Thursday. */
export const weekdayOf = (date: CivilDate): number => (((dayNumberOf(date) + 4) % 7) + 7) % 7

/** The civil date in Viet Nam at an instant given in milliseconds since 1970-01-01T00:00Z. */
export const civilDateIn = (instantMs: number, _timeZone: 'Asia/Ho_Chi_Minh' = 'Asia/Ho_Chi_Minh'): CivilDate =>
  fromDayNumber(Math.floor((instantMs + VIET_NAM_OFFSET_MS) / DAY_MS))

/** The clock in Viet Nam at an instant in milliseconds, `HH:MM`. */
export const clockIn = (instantMs: number): string => {
  const minutes = Math.floor((((instantMs + VIET_NAM_OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS) / 60_000
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(Math.floor(minutes % 60)).padStart(2, '0')}`
}
