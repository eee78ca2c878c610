import type { Bilingual } from '../values/index.ts'

type WagePartRule = { readonly label: Bilingual; readonly unit: 'vnd' | 'coefficient' | 'percent' }

/** The parts a contributory salary is declared in (form D02-LT), in the order of the form. Coefficients count times the reference level. */
export const WAGE_PARTS: Readonly<Record<string, WagePartRule>> = {
  baseVnd: { label: { vi: 'Mức lương', en: 'Base wage' }, unit: 'vnd' },
  baseCoefficient: { label: { vi: 'Hệ số lương', en: 'Wage coefficient' }, unit: 'coefficient' },
  positionAllowanceVnd: { label: { vi: 'Phụ cấp chức vụ', en: 'Position allowance' }, unit: 'vnd' },
  positionAllowanceCoefficient: { label: { vi: 'Hệ số phụ cấp chức vụ', en: 'Position coefficient' }, unit: 'coefficient' },
  overFrameSeniorityPercent: { label: { vi: 'Phụ cấp thâm niên vượt khung', en: 'Over-frame seniority' }, unit: 'percent' },
  occupationalSeniorityPercent: { label: { vi: 'Phụ cấp thâm niên nghề', en: 'Occupational seniority' }, unit: 'percent' },
  wageAllowanceVnd: { label: { vi: 'Phụ cấp lương', en: 'Wage allowance' }, unit: 'vnd' },
  supplementsVnd: { label: { vi: 'Các khoản bổ sung', en: 'Supplements' }, unit: 'vnd' },
  otherAllowanceVnd: { label: { vi: 'Phụ cấp khác', en: 'Other allowances' }, unit: 'vnd' },
}

export type WagePart = { readonly part: string; readonly label: Bilingual; readonly unit: WagePartRule['unit']; readonly value: number }

/** The recorded parts in the order of the form; a part without a name of ours is not shown rather than misnamed. */
export const listWageParts = (parts: Readonly<Record<string, number>>): WagePart[] =>
  Object.entries(WAGE_PARTS).flatMap(([part, { label, unit }]) => {
    const value = parts[part]
    return value === undefined || value === 0 ? [] : [{ part, label, unit, value }]
  })
