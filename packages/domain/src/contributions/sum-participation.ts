import { sorted } from '../values/index.ts'
import { fromMonthNumber, toMonthNumber, type CivilMonth } from './civil-month.ts'
import type { ParticipationSpell } from './participation-spell.ts'

/** Both months included. */
export type MonthSpan = { readonly fromMonth: CivilMonth; readonly toMonth: CivilMonth }

export type ParticipationSum = {
  readonly months: number
  /** Whole years and the months left over: "X năm Y tháng". */
  readonly years: number
  readonly remainingMonths: number
  /** Months not paid by the employer yet and covered by no paid spell: "Tổng thời gian chậm đóng". */
  readonly lateMonths: number
}

type Span = { readonly from: number; readonly to: number }
type Spell = Pick<ParticipationSpell, 'fromMonth' | 'toMonth'>

/** Spells cut at `throughMonth`, in order, overlapping and adjoining ones joined. */
const unite = (spells: readonly Spell[], throughMonth: CivilMonth): Span[] => {
  const limit = toMonthNumber(throughMonth)
  const spans = spells
    .map((spell) => ({
      from: toMonthNumber(spell.fromMonth),
      to: Math.min(limit, spell.toMonth === null ? limit : toMonthNumber(spell.toMonth)),
    }))
    .filter((span) => span.from <= span.to)
  const united: Span[] = []
  for (const span of sorted(spans, (first, second) => first.from - second.from)) {
    const last = united.at(-1)
    if (last && span.from <= last.to + 1) united[united.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else united.push(span)
  }
  return united
}

/**
 * Months that at least one spell covers, up to and including `throughMonth`. Two employers in one month are one month of participation
 * (Law on Social Insurance 41/2024/QH15: time is counted once). Hand in the spells of one branch.
 */
export const countMonths = (spells: readonly Spell[], throughMonth: CivilMonth): number =>
  unite(spells, throughMonth).reduce((sum, span) => sum + span.to - span.from + 1, 0)

/** The header of a participation tab: total time and time of late payment. */
export const sumParticipation = (spells: readonly ParticipationSpell[], throughMonth: CivilMonth): ParticipationSum => {
  const months = countMonths(spells, throughMonth)
  const paid = spells.filter((spell) => spell.latePayment !== true)
  return { months, years: Math.floor(months / 12), remainingMonths: months % 12, lateMonths: months - countMonths(paid, throughMonth) }
}

const toSpan = ({ from, to }: Span): MonthSpan => ({ fromMonth: fromMonthNumber(from), toMonth: fromMonthNumber(to) })

/** Months that at least one spell covers, as spans in order that touch nowhere. */
export const listSpans = (spells: readonly Spell[], throughMonth: CivilMonth): MonthSpan[] => unite(spells, throughMonth).map(toSpan)

/** What is in `spans` and in none of `others`; both in order and touching nowhere, as `listSpans` gives them. */
export const subtractSpans = (spans: readonly MonthSpan[], others: readonly MonthSpan[]): MonthSpan[] => {
  const cuts = others.map(({ fromMonth, toMonth }) => ({ from: toMonthNumber(fromMonth), to: toMonthNumber(toMonth) }))
  const rests = spans.flatMap(({ fromMonth, toMonth }) => {
    const [first, last] = [toMonthNumber(fromMonth), toMonthNumber(toMonth)]
    const inside = cuts.filter((cut) => cut.to >= first && cut.from <= last)
    const edges = [first, ...inside.flatMap((cut) => [cut.from - 1, cut.to + 1]), last]
    return inside.length === 0
      ? [{ from: first, to: last }]
      : Array.from({ length: inside.length + 1 }, (_rest, at) => ({ from: edges[2 * at] ?? first, to: edges[2 * at + 1] ?? last }))
  })
  return rests.filter(({ from, to }) => from <= to).map(toSpan)
}

/** How many months a span has. */
export const lengthOf = ({ fromMonth, toMonth }: MonthSpan): number => toMonthNumber(toMonth) - toMonthNumber(fromMonth) + 1

/** Months between the first spell and `throughMonth` in which no spell runs. */
export const findGaps = (spells: readonly Spell[], throughMonth: CivilMonth): MonthSpan[] => {
  const united = unite(spells, throughMonth)
  const limit = toMonthNumber(throughMonth)
  return united
    .map((span, at) => ({ from: span.to + 1, to: (united[at + 1]?.from ?? limit + 1) - 1 }))
    .filter((gap) => gap.from <= gap.to)
    .map(toSpan)
}
