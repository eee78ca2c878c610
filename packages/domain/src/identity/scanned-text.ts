import { isPartialDate, type PartialDate } from '../calendar/index.ts'

/** A keyboard-wedge scanner behind a Vietnamese typing method types `đ` where the code holds `0`. */
export const repairDigits = (text: string): string => text.normalize('NFC').replace(/[đĐ]/gu, '0').trim()

/** `ddMMyyyy`, `MMyyyy` or `yyyy`, as printed on identity cards; null when it is none of them or no such day exists. */
export const parseCompactDate = (text: string): PartialDate | null => {
  const digits = repairDigits(text)
  if (!/^(?:\d{4}|\d{6}|\d{8})$/u.test(digits)) return null
  const parts = [digits.slice(-4), digits.slice(-6, -4), digits.slice(-8, -6)].filter((part) => part !== '')
  const date = parts.join('-')
  return isPartialDate(date) ? date : null
}
