import type { PartialDate } from '../calendar/index.ts'
import { editDistance } from './edit-distance.ts'

export type BirthDateVerdict = 'same' | 'partial' | 'day-month-swapped' | 'close' | 'different'
export type BirthDateComparison = { readonly verdict: BirthDateVerdict; readonly rule: string }

const swapDayAndMonth = (date: PartialDate): PartialDate => `${date.slice(0, 4)}-${date.slice(8, 10)}-${date.slice(5, 7)}`

const countDifferentSigns = (first: string, second: string): number => Array.from(first).filter((sign, at) => sign !== second[at]).length

/** One digit mistyped, or two neighbouring digits exchanged; both dates whole. */
const isOneSlip = (first: PartialDate, second: PartialDate): boolean => {
  const [from, to] = [first.replaceAll('-', ''), second.replaceAll('-', '')]
  return from.length === to.length && (countDifferentSigns(from, to) === 1 || editDistance(from, to) === 'swap')
}

/**
 * Compares birth dates that may be partial: `1960` agrees with every day of 1960 (`partial`), a register that knows the year only is
 * common. Symmetric.
 */
export const compareBirthDates = (declared: PartialDate, registered: PartialDate): BirthDateComparison => {
  if (declared === registered) return { verdict: 'same', rule: 'birth-date-same' }
  if (declared.startsWith(`${registered}-`) || registered.startsWith(`${declared}-`))
    return { verdict: 'partial', rule: 'birth-date-partial' }
  const bothWhole = declared.length === 10 && registered.length === 10
  if (bothWhole && swapDayAndMonth(declared) === registered) return { verdict: 'day-month-swapped', rule: 'birth-date-day-month-swapped' }
  return isOneSlip(declared, registered)
    ? { verdict: 'close', rule: 'birth-date-one-slip' }
    : { verdict: 'different', rule: 'birth-date-different' }
}
