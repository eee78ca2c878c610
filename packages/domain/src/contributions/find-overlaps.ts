import { compareMonths, type CivilMonth } from './civil-month.ts'
import type { RecordedSpell } from './late-months.ts'
import { type MonthSpan } from './sum-participation.ts'

export type Overlap = MonthSpan & { readonly employerNames: readonly [string, string] }

const laterOf = (first: CivilMonth, second: CivilMonth): CivilMonth => (compareMonths(first, second) > 0 ? first : second)
const earlierOf = (first: CivilMonth, second: CivilMonth): CivilMonth => (compareMonths(first, second) < 0 ? first : second)

type Spell = Pick<RecordedSpell, 'fromMonth' | 'toMonth' | 'employerName'>

/** Months in which two of the spells run at once, pair by pair, in the order of the spells. Hand in the spells of one branch. */
export const findOverlaps = (spells: readonly Spell[], throughMonth: CivilMonth): Overlap[] =>
  spells.flatMap((first, at) =>
    spells.slice(at + 1).flatMap((second): Overlap[] => {
      const fromMonth = laterOf(first.fromMonth, second.fromMonth)
      const toMonth = earlierOf(earlierOf(first.toMonth ?? throughMonth, second.toMonth ?? throughMonth), throughMonth)
      const employerNames = [first.employerName, second.employerName] as const
      return compareMonths(fromMonth, toMonth) > 0 ? [] : [{ fromMonth, toMonth, employerNames }]
    }),
  )
