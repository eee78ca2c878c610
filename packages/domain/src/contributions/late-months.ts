import { addMonths, compareMonths, type CivilMonth } from './civil-month.ts'
import type { InsuranceBranch } from './participation-spell.ts'
import { countMonths, listSpans, subtractSpans, type MonthSpan } from './sum-participation.ts'

/** Months of one employer in a row, as they are recorded: the last `lateMonths` of them are not paid yet. */
export type RecordedSpell = {
  readonly fromMonth: CivilMonth
  /** Included; null while it goes on. */
  readonly toMonth: CivilMonth | null
  readonly employerName: string
  readonly lateMonths: number
}

/** The branches whose late months people are shown in red, as on the tabs they know. Health cards and injury cover hold on meanwhile. */
export const LATE_BRANCHES: readonly InsuranceBranch[] = ['social', 'unemployment']

/** The months of a spell that have come, or null when none has. */
const cutAt = ({ fromMonth, toMonth }: Pick<RecordedSpell, 'fromMonth' | 'toMonth'>, throughMonth: CivilMonth): MonthSpan | null => {
  const end = toMonth === null || compareMonths(toMonth, throughMonth) > 0 ? throughMonth : toMonth
  return compareMonths(fromMonth, end) > 0 ? null : { fromMonth, toMonth: end }
}

/** What an employer has paid of a spell: employers pay in order, so the months not paid yet are its last ones. */
export const findPaidPart = (spell: RecordedSpell, throughMonth: CivilMonth): MonthSpan | null => {
  const whole = cutAt(spell, throughMonth)
  return whole === null ? null : cutAt({ fromMonth: whole.fromMonth, toMonth: addMonths(whole.toMonth, -spell.lateMonths) }, whole.toMonth)
}

/** The months of a spell not paid yet, whoever else paid for them. */
export const findLatePart = (spell: RecordedSpell, throughMonth: CivilMonth): MonthSpan | null => {
  const whole = cutAt(spell, throughMonth)
  if (whole === null || spell.lateMonths === 0) return null
  const paid = findPaidPart(spell, throughMonth)
  return { fromMonth: paid === null ? whole.fromMonth : addMonths(paid.toMonth, 1), toMonth: whole.toMonth }
}

/** Months late and paid by nobody else either: "thời gian chậm đóng", as spans in order. Hand in the spells of one branch. */
export const listLateSpans = (spells: readonly RecordedSpell[], throughMonth: CivilMonth): MonthSpan[] => {
  const paid = spells.map((spell) => findPaidPart(spell, throughMonth)).filter((part) => part !== null)
  return subtractSpans(listSpans(spells, throughMonth), listSpans(paid, throughMonth))
}

export type BranchTotals = { readonly totalMonths: number; readonly lateMonths: number; readonly lateSpans: readonly MonthSpan[] }

/** The head of a tab: every month once, the late ones among them. */
export const sumBranchTotals = (spells: readonly RecordedSpell[], throughMonth: CivilMonth): BranchTotals => {
  const lateSpans = listLateSpans(spells, throughMonth)
  return { totalMonths: countMonths(spells, throughMonth), lateMonths: countMonths(lateSpans, throughMonth), lateSpans }
}
