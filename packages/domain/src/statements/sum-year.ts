import {
  addMonths,
  type CivilMonth,
  compareMonths,
  type ContributionRate,
  countMonths,
  findContributionRate,
  INSURANCE_BRANCHES,
  type InsuranceBranch,
  type MonthSpan,
  shareVnd,
} from '../contributions/index.ts'
import { cutSpell, type StatementSpell } from './statement-spell.ts'

export type YearRow = MonthSpan & {
  readonly employerName: string
  readonly scheme: 'compulsory' | 'voluntary'
  readonly contributorySalaryVnd: number | null
  readonly paidMonths: number
  readonly lateMonths: number
  /** Paid for the months that are paid; null where nothing is known to compute it from. */
  readonly employeeVnd: number | null
  readonly employerVnd: number | null
}
export type YearBranch = {
  readonly branch: InsuranceBranch
  readonly rows: readonly YearRow[]
  /** Months of two employers count once. */
  readonly months: number
  readonly lateMonths: number
  readonly employeeVnd: number | null
  readonly employerVnd: number | null
  /** The rates that were applied, each once. */
  readonly rates: readonly ContributionRate[]
}

const addUp = (amounts: readonly (number | null)[]): number | null => {
  const known = amounts.filter((amount) => amount !== null)
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0)
}

const listRates = (spell: StatementSpell, paid: MonthSpan | null): (ContributionRate | null)[] => {
  const rates: (ContributionRate | null)[] = []
  if (paid === null) return rates
  for (let month = paid.fromMonth; compareMonths(month, paid.toMonth) <= 0; month = addMonths(month, 1)) {
    rates.push(findContributionRate(spell, month))
  }
  return rates
}

const shareOf = (salaryVnd: number | null, rates: readonly (ContributionRate | null)[], side: 'employeePercent' | 'employerPercent') =>
  salaryVnd === null ? null : addUp(rates.map((rate) => (rate === null ? null : shareVnd(salaryVnd, rate[side]))))

const sumBranch = (branch: InsuranceBranch, spells: readonly StatementSpell[], period: MonthSpan, throughMonth: CivilMonth): YearBranch => {
  const parts = spells
    .filter((spell) => spell.branch === branch)
    .flatMap((spell) => {
      const part = cutSpell(spell, period, throughMonth)
      return part === null ? [] : [{ spell, part, rates: listRates(spell, part.paid) }]
    })
  const rows = parts.map(({ spell, part, rates }): YearRow => ({
    fromMonth: part.fromMonth,
    toMonth: part.toMonth,
    employerName: spell.employerName,
    scheme: spell.scheme,
    contributorySalaryVnd: spell.contributorySalaryVnd,
    paidMonths: part.paidMonths,
    lateMonths: part.lateMonths,
    employeeVnd: shareOf(spell.contributorySalaryVnd, rates, 'employeePercent'),
    employerVnd: shareOf(spell.contributorySalaryVnd, rates, 'employerPercent'),
  }))
  const months = countMonths(rows, period.toMonth)
  const paid = parts.flatMap(({ part }) => (part.paid === null ? [] : [part.paid]))
  const applied = parts.flatMap(({ spell, rates }) => (spell.contributorySalaryVnd === null ? [] : rates)).filter((rate) => rate !== null)
  return {
    branch,
    rows,
    months,
    lateMonths: months - countMonths(paid, period.toMonth),
    employeeVnd: addUp(rows.map((row) => row.employeeVnd)),
    employerVnd: addUp(rows.map((row) => row.employerVnd)),
    rates: Array.from(new Set(applied)),
  }
}

/**
 * What the yearly notice C14-TS says: per branch the spells of the year, the months, and what person and employer paid: contributory salary
 * times the rate of each paid month, rounded to whole đồng a month. Late months are counted, not paid.
 */
export const sumYear = (spells: readonly StatementSpell[], year: number, throughMonth: CivilMonth): YearBranch[] => {
  const period = { fromMonth: `${String(year)}-01`, toMonth: `${String(year)}-12` }
  return INSURANCE_BRANCHES.map((branch) => sumBranch(branch, spells, period, throughMonth))
}
