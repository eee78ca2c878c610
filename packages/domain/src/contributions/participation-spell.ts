import type { CivilMonth } from './civil-month.ts'

/** Social insurance, unemployment, employment injury and disease, health. */
export const INSURANCE_BRANCHES = ['social', 'unemployment', 'employment-injury', 'health'] as const
export type InsuranceBranch = (typeof INSURANCE_BRANCHES)[number]

/** Months of one kind in a row, as people read them; both months included, `toMonth` null while it goes on. */
export type ParticipationSpell = {
  readonly branch: InsuranceBranch
  readonly fromMonth: CivilMonth
  readonly toMonth: CivilMonth | null
  readonly employerName: string
  readonly jobTitle?: string
  /** Dong a month; null where the branch has none (health insurance of a household). */
  readonly contributorySalaryVnd: number | null
  /** Months for which the employer has not paid yet. */
  readonly latePayment?: boolean
  readonly scheme?: 'compulsory' | 'voluntary'
}
