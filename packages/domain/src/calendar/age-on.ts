import { daysInMonth, type CivilDate } from './civil-date.ts'
import type { PartialDate } from './partial-date.ts'

const firstDayOf = (date: PartialDate): CivilDate => (date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date)

const lastDayOf = (date: PartialDate): CivilDate => {
  if (date.length === 4) return `${date}-12-31`
  if (date.length === 10) return date
  return `${date}-${daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}`
}

/** Completed years: a birthday counts from its own day on; a 29 February one from 1 March of common years. */
const completedYears = (bornOn: CivilDate, on: CivilDate): number =>
  Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (on.slice(5) < bornOn.slice(5) ? 1 : 0)

/** Age in completed years on a day, as the range that a partial birth date allows; negative when born later. */
export const ageOn = (bornOn: PartialDate, on: CivilDate): { readonly min: number; readonly max: number } => ({
  min: completedYears(lastDayOf(bornOn), on),
  max: completedYears(firstDayOf(bornOn), on),
})
