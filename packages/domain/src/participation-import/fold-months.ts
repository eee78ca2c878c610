import { addMonths, type CivilMonth, compareMonths } from '../contributions/index.ts'
import { sorted } from '../values/index.ts'

/** Months of one branch, scheme and employer in a row that say the same; the last `lateMonths` of them are not paid yet. */
export type FoldedSpell = {
  /** Branch, scheme and employer: what months are folded within. */
  readonly key: string
  /** Everything else that is said: job, workplace, wage and its parts, rate. */
  readonly says: string
  readonly fromMonth: CivilMonth
  /** Included; null while it goes on. */
  readonly toMonth: CivilMonth | null
  readonly lateMonths: number
}
/** One imported month; `says` null: there was no participation in this month. */
export type ImportedMonth = { readonly key: string; readonly month: CivilMonth; readonly says: string | null; readonly late: boolean }

type Months = Map<CivilMonth, { key: string; says: string; paid: boolean }[]>

const isLate = (spell: FoldedSpell, month: CivilMonth, throughMonth: CivilMonth): boolean => {
  const last = spell.toMonth ?? throughMonth
  return spell.lateMonths > 0 && compareMonths(last, spell.fromMonth) >= 0 && compareMonths(month, addMonths(last, -spell.lateMonths)) > 0
}

/** A month that lies behind everything mentioned: whoever still runs there goes on. */
const findHorizon = (standing: readonly FoldedSpell[], imported: readonly ImportedMonth[], throughMonth: CivilMonth): CivilMonth =>
  addMonths(
    [...standing.flatMap(({ fromMonth, toMonth }) => [fromMonth, toMonth ?? fromMonth]), ...imported.map(({ month }) => month)].reduce(
      (latest, month) => (compareMonths(month, latest) > 0 ? month : latest),
      throughMonth,
    ),
    2,
  )

const layOut = (standing: readonly FoldedSpell[], throughMonth: CivilMonth, horizon: CivilMonth): Months => {
  const months: Months = new Map()
  for (const spell of standing) {
    const last = spell.toMonth ?? horizon
    for (let month = spell.fromMonth; compareMonths(month, last) <= 0; month = addMonths(month, 1))
      months.set(month, [...(months.get(month) ?? []), { key: spell.key, says: spell.says, paid: !isLate(spell, month, throughMonth) }])
  }
  return months
}

const overlay = (months: Months, imported: readonly ImportedMonth[]): void => {
  for (const { key, month } of imported)
    months.set(
      month,
      (months.get(month) ?? []).filter((one) => one.key !== key),
    )
  for (const { key, month, says, late } of imported)
    if (says !== null) months.set(month, [...(months.get(month) ?? []), { key, says, paid: !late }])
}

type Run = { fromMonth: CivilMonth; toMonth: CivilMonth; lateMonths: number }

/** Months in a row become one run; where an unpaid month is followed by a paid one, a new run begins. */
const toRuns = (months: readonly { month: CivilMonth; late: boolean }[]): Run[] => {
  const runs: Run[] = []
  for (const { month, late } of months) {
    const run = runs.at(-1)
    const goesOn = run !== undefined && addMonths(run.toMonth, 1) === month && !(run.lateMonths > 0 && !late)
    if (goesOn) runs[runs.length - 1] = { ...run, toMonth: month, lateMonths: run.lateMonths + (late ? 1 : 0) }
    else runs.push({ fromMonth: month, toMonth: month, lateMonths: late ? 1 : 0 })
  }
  return runs
}

const lateOf = (run: Run, horizon: CivilMonth, throughMonth: CivilMonth): number => {
  if (run.toMonth !== horizon || run.lateMonths === 0) return run.lateMonths
  const behind =
    (Number(horizon.slice(0, 4)) - Number(throughMonth.slice(0, 4))) * 12 + Number(horizon.slice(5)) - Number(throughMonth.slice(5))
  return Math.max(0, run.lateMonths - behind)
}

/**
 * What stands after imported months are laid over standing spells: an imported month replaces what its branch, scheme and employer said about
 * that month, and says nothing about any other. Slow and plain on purpose, month by month: the oracle for the database's set-based folding.
 * A month paid by one of two equal records is paid.
 */
export const foldMonths = (
  standing: readonly FoldedSpell[],
  imported: readonly ImportedMonth[],
  throughMonth: CivilMonth,
): readonly FoldedSpell[] => {
  const horizon = findHorizon(standing, imported, throughMonth)
  const months = layOut(standing, throughMonth, horizon)
  overlay(months, imported)
  const said = new Map<string, { key: string; says: string; months: Map<CivilMonth, boolean> }>()
  for (const [month, records] of months)
    for (const { key, says, paid } of records) {
      const id = JSON.stringify([key, says])
      const group = said.get(id) ?? { key, says, months: new Map<CivilMonth, boolean>() }
      group.months.set(month, (group.months.get(month) ?? true) && !paid)
      said.set(id, group)
    }
  return [...said.values()].flatMap(({ key, says, months: lateness }) => {
    const inOrder = sorted(
      [...lateness].map(([month, late]) => ({ month, late })),
      (first, second) => compareMonths(first.month, second.month),
    )
    return toRuns(inOrder).map((run) => ({
      key,
      says,
      fromMonth: run.fromMonth,
      toMonth: run.toMonth === horizon ? null : run.toMonth,
      lateMonths: lateOf(run, horizon, throughMonth),
    }))
  })
}
