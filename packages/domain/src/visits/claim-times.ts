import { type CivilDate, isCivilDate } from '../calendar/index.ts'

const dayOf = (text: string): CivilDate => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`

/** `yyyymmdd`, also with the time behind it → the day; null when there is no such day. */
export const parseClaimDay = (text: string): CivilDate | null => {
  const day = dayOf(text)
  return /^\d{8}(?:\d{4})?$/u.test(text) && isCivilDate(day) ? day : null
}

/** `yyyymmddHHMM` → local time of the facility `yyyy-MM-ddTHH:MM`; a day alone begins at 00:00. */
export const parseClaimTime = (text: string): string | null => {
  const day = parseClaimDay(text)
  const [hours, minutes] = [text.slice(8, 10) || '00', text.slice(10, 12) || '00']
  return day === null || hours > '23' || minutes > '59' ? null : `${day}T${hours}:${minutes}`
}

/** A birth date as far as it is known: unknown parts are `00` (QĐ 4750) or missing (QĐ 4210) → partial date, or null. */
export const parseClaimBirth = (text: string): string | null => {
  if (!/^\d{4}(?:\d{4}(?:\d{4})?)?$/u.test(text)) return null
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6) || '00', text.slice(6, 8) || '00']
  if (year < '1880') return null
  if (month === '00') return year
  if (day === '00') return isCivilDate(`${year}-${month}-01`) ? `${year}-${month}` : null
  return isCivilDate(dayOf(text)) ? dayOf(text) : null
}
