import { addMonths, compareMonths, type CivilMonth } from './civil-month.ts'
import { findLatePart, type RecordedSpell } from './late-months.ts'
import type { InsuranceBranch } from './participation-spell.ts'
import { type ParticipationNotice, UNPAID_MONTHS_TO_TELL, warnEmployerUnpaid, warnLowWage } from './participation-sentences.ts'
import { lengthOf, type MonthSpan } from './sum-participation.ts'
import { type DatedWageRegion, findMinimumAbove, findWageRegion, type WageMinimum } from './wage-minimums.ts'

type PaidSpell = RecordedSpell & {
  readonly scheme: 'compulsory' | 'voluntary'
  readonly contributorySalaryVnd: number | null
  /** Of the employer's ward; empty where no list tells it, and then only the lowest minimum of the country is asked. */
  readonly wageRegions: readonly DatedWageRegion[]
}

type LowWage = { readonly span: MonthSpan; readonly minimum: WageMinimum; readonly region: DatedWageRegion | null }

/** The months of a spell whose salary is too low, joined while the same minimum holds; the latest first rows of the law decide each. */
export const findLowWages = (spell: PaidSpell, throughMonth: CivilMonth): LowWage[] => {
  if (spell.scheme !== 'compulsory') return []
  const last = spell.toMonth === null || compareMonths(spell.toMonth, throughMonth) > 0 ? throughMonth : spell.toMonth
  const found: LowWage[] = []
  for (let month = spell.fromMonth; compareMonths(month, last) <= 0; month = addMonths(month, 1)) {
    const region = findWageRegion(month, spell.wageRegions)
    const minimum = findMinimumAbove(month, spell.contributorySalaryVnd, region?.region ?? null)
    if (minimum === null) continue
    const before = found.at(-1)
    if (before?.minimum === minimum && before.region === region && before.span.toMonth === addMonths(month, -1))
      found[found.length - 1] = { minimum, region, span: { fromMonth: before.span.fromMonth, toMonth: month } }
    else found.push({ minimum, region, span: { fromMonth: month, toMonth: month } })
  }
  return found
}

const listUnpaid = (spells: readonly PaidSpell[], throughMonth: CivilMonth): ParticipationNotice[] => {
  const owed = new Map<string, number>()
  for (const spell of spells) {
    const late = findLatePart(spell, throughMonth)
    if (late !== null) owed.set(spell.employerName, (owed.get(spell.employerName) ?? 0) + lengthOf(late))
  }
  return [...owed].filter(([, months]) => months >= UNPAID_MONTHS_TO_TELL).map(([name, months]) => warnEmployerUnpaid(name, months))
}

/** What a person ought to notice about a branch: an employer that owes, then salaries that were too low. Health insurance has neither. */
export const listParticipationNotices = (
  branch: InsuranceBranch,
  spells: readonly PaidSpell[],
  throughMonth: CivilMonth,
): ParticipationNotice[] => {
  if (branch === 'health') return []
  const lowWages = spells.flatMap((spell) =>
    findLowWages(spell, throughMonth).map((low) => warnLowWage({ ...low, ...spell, salaryVnd: spell.contributorySalaryVnd ?? 0 })),
  )
  return [...(branch === 'employment-injury' ? [] : listUnpaid(spells, throughMonth)), ...lowWages]
}
