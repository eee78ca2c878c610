import { addDays, isCivilDate } from '@an-sinh/domain'
import type { DateBoxes } from '@an-sinh/ui'

/** Three boxes → `yyyy-MM-dd`, or null while that is no day. */
export const readBoxes = ({ day, month, year }: DateBoxes): string | null => {
  const date = `${year.trim().padStart(4, '0')}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`
  return isCivilDate(date) ? date : null
}

export const toBoxes = (date: string): DateBoxes => ({ day: date.slice(8), month: date.slice(5, 7), year: date.slice(0, 4) })

/** Tomorrow, as the usual first day. */
export const tomorrowOf = (todayOn: string): DateBoxes => toBoxes(addDays(todayOn, 1))
