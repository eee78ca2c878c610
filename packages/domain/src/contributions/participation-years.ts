import { addMonths, compareMonths, type CivilMonth } from './civil-month.ts'
import { listLateSpans, type RecordedSpell } from './late-months.ts'
import { listSpans, type MonthSpan } from './sum-participation.ts'

/** A calendar year: how many of its months took part, and how many of those are late. */
export type ParticipationYear = { readonly year: number; readonly months: number; readonly lateMonths: number }

const yearOf = (month: CivilMonth): number => Number(month.slice(0, 4))

const monthsIn = (year: number, spans: readonly MonthSpan[]): number =>
  spans.reduce((sum, span) => {
    let months = 0
    for (let month = 1; month <= 12; month += 1) {
      const at = addMonths(`${String(year).padStart(4, '0')}-01`, month - 1)
      if (compareMonths(span.fromMonth, at) <= 0 && compareMonths(at, span.toMonth) <= 0) months += 1
    }
    return sum + months
  }, 0)

/** Every year from the first month of participation to `throughMonth`, empty years too: what a small plot draws. */
export const listParticipationYears = (spells: readonly RecordedSpell[], throughMonth: CivilMonth): ParticipationYear[] => {
  const spans = listSpans(spells, throughMonth)
  const late = listLateSpans(spells, throughMonth)
  const [first] = spans
  if (first === undefined) return []
  const from = yearOf(first.fromMonth)
  return Array.from({ length: yearOf(throughMonth) - from + 1 }, (_year, at) => ({
    year: from + at,
    months: monthsIn(from + at, spans),
    lateMonths: monthsIn(from + at, late),
  }))
}
