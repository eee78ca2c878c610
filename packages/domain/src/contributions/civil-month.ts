/** `YYYY-MM`. */
export type CivilMonth = string

/** True for a month 01–12 of a four-digit year. */
export const isCivilMonth = (text: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text)

/** Months since year 0, so that neighbours differ by one. Throws RangeError for what is no month. */
export const toMonthNumber = (month: CivilMonth): number => {
  if (!isCivilMonth(month)) throw new RangeError(`not a month: ${month}`)
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
}

export const fromMonthNumber = (value: number): CivilMonth =>
  `${String(Math.floor(value / 12)).padStart(4, '0')}-${String((value % 12) + 1).padStart(2, '0')}`

/** The month `months` later, or earlier when negative. */
export const addMonths = (month: CivilMonth, months: number): CivilMonth => fromMonthNumber(toMonthNumber(month) + months)

/** Months from `from` to `to`, neither doubled: 2026-01 to 2026-02 is 1. */
export const monthsBetween = (from: CivilMonth, to: CivilMonth): number => toMonthNumber(to) - toMonthNumber(from)

/** Negative, zero or positive, for sorting. */
export const compareMonths = (first: CivilMonth, second: CivilMonth): number => toMonthNumber(first) - toMonthNumber(second)

/** `03/2026`. */
export const formatMonthVi = (month: CivilMonth): string => `${month.slice(5)}/${month.slice(0, 4)}`

const MONTHS_EN = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'

/** `Mar 2026`. */
export const formatMonthEn = (month: CivilMonth): string => `${MONTHS_EN.split(' ')[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`
