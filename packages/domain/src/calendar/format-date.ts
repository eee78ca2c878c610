import type { PartialDate } from './partial-date.ts'

const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `05/03/1994`, `03/1994` or `1994`: the order people in Viet Nam read. */
export const formatDateVi = (date: PartialDate): string => {
  const [year, month, day] = date.split('-')
  return [day, month, year].filter((part) => part !== undefined).join('/')
}

/** `5 March 1994`, `March 1994` or `1994`: the month as a word, so that no reader takes the day for it. */
export const formatDateEn = (date: PartialDate): string => {
  const [year = '', month, day] = date.split('-')
  const name = month ? (MONTHS_EN[Number(month) - 1] ?? month) : null
  return [day ? String(Number(day)) : null, name, year].filter((part) => part !== null).join(' ')
}
