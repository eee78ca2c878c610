import { addMonths, type CivilMonth, compareMonths, type InsuranceBranch, type MonthSpan, monthsBetween } from '../contributions/index.ts'

/** Months in a row at one employer and one salary, as they stand in the register on the day of the statement. */
export type StatementSpell = {
  readonly branch: InsuranceBranch
  readonly scheme: 'compulsory' | 'voluntary'
  readonly fromMonth: CivilMonth
  readonly toMonth: CivilMonth | null
  readonly employerName: string
  readonly jobTitle: string | null
  readonly contributorySalaryVnd: number | null
  /** The last months of the spell that the employer has not paid yet. */
  readonly lateMonths: number
}

const earlier = (first: CivilMonth, second: CivilMonth): CivilMonth => (compareMonths(first, second) <= 0 ? first : second)
const later = (first: CivilMonth, second: CivilMonth): CivilMonth => (compareMonths(first, second) >= 0 ? first : second)

const cut = (span: MonthSpan, within: MonthSpan): MonthSpan | null => {
  const fromMonth = later(span.fromMonth, within.fromMonth)
  const toMonth = earlier(span.toMonth, within.toMonth)
  return compareMonths(fromMonth, toMonth) > 0 ? null : { fromMonth, toMonth }
}

const countSpan = (span: MonthSpan | null): number => (span === null ? 0 : monthsBetween(span.fromMonth, span.toMonth) + 1)

export type SpellWithin = MonthSpan & { readonly paid: MonthSpan | null; readonly paidMonths: number; readonly lateMonths: number }

/** The part of a spell inside a period, paid and late apart; null when it lies outside. The period ends at the latest with the known months. */
export const cutSpell = (spell: StatementSpell, period: MonthSpan, throughMonth: CivilMonth): SpellWithin | null => {
  const end = spell.toMonth === null ? throughMonth : earlier(spell.toMonth, throughMonth)
  const part = cut({ fromMonth: spell.fromMonth, toMonth: end }, period)
  if (part === null) return null
  // Employers pay in order: the months not paid yet are the last ones of a spell.
  const paidUntil = addMonths(end, -spell.lateMonths)
  const paid = compareMonths(spell.fromMonth, paidUntil) > 0 ? null : cut({ fromMonth: spell.fromMonth, toMonth: paidUntil }, part)
  return { ...part, paid, paidMonths: countSpan(paid), lateMonths: countSpan(part) - countSpan(paid) }
}

export const isRunningIn = (spell: StatementSpell, month: CivilMonth): boolean =>
  compareMonths(spell.fromMonth, month) <= 0 && (spell.toMonth === null || compareMonths(month, spell.toMonth) <= 0)

/** The years in which a person took part, newest first, up to and including the year of `throughMonth`. */
export const listStatementYears = (spells: readonly StatementSpell[], throughMonth: CivilMonth): number[] => {
  const yearOf = (month: CivilMonth): number => Number(month.slice(0, 4))
  const last = yearOf(throughMonth)
  const years = new Set<number>()
  for (const spell of spells) {
    if (compareMonths(spell.fromMonth, throughMonth) > 0) continue
    const end = spell.toMonth === null ? last : Math.min(last, yearOf(spell.toMonth))
    for (let year = yearOf(spell.fromMonth); year <= end; year += 1) years.add(year)
  }
  return Array.from(years).sort((first, second) => second - first) // oxlint-disable-line unicorn/no-array-sort -- sorts the copy just made
}
