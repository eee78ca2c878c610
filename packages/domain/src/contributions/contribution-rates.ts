import type { Bilingual } from '../values/index.ts'
import { compareMonths, type CivilMonth } from './civil-month.ts'
import type { InsuranceBranch } from './participation-spell.ts'

export type ContributionRate = {
  readonly branch: InsuranceBranch
  readonly scheme: 'compulsory' | 'voluntary'
  readonly fromMonth: CivilMonth
  /** Included; null while it goes on. */
  readonly toMonth: CivilMonth | null
  /** Percent of the contributory salary (voluntary: of the chosen income). */
  readonly employeePercent: number
  readonly employerPercent: number
  readonly source: Bilingual
  /** `unverified`: known from summaries; the texts themselves were not at hand. */
  readonly standing: 'checked' | 'unverified'
}

const row = (
  [branch, scheme]: readonly [InsuranceBranch, ContributionRate['scheme']],
  [fromMonth, toMonth]: readonly [CivilMonth, CivilMonth | null],
  [employeePercent, employerPercent]: readonly [number, number],
  source: readonly [vi: string, en: string],
): ContributionRate => ({
  branch,
  scheme,
  fromMonth,
  toMonth,
  employeePercent,
  employerPercent,
  source: { vi: source[0], en: source[1] },
  standing: 'unverified',
})

const SOCIAL = ['social', 'compulsory'] as const
const INJURY = ['employment-injury', 'compulsory'] as const
const JOBLESS = ['unemployment', 'compulsory'] as const

/** What employee and employer pay. Where the list has no row for a month, nothing is said: better no figure than a wrong one. */
export const CONTRIBUTION_RATES: readonly ContributionRate[] = [
  row(
    SOCIAL,
    ['2017-06', '2025-06'],
    [8, 17],
    [
      'Luật BHXH 58/2014/QH13, điều 85–86 (đơn vị: ốm đau, thai sản 3, hưu trí 14)',
      'Law 58/2014/QH13 art. 85–86 (sickness and maternity 3, pension 14 by the employer)',
    ],
  ),
  row(SOCIAL, ['2025-07', null], [8, 17], ['Luật BHXH 41/2024/QH15, điều 33–34', 'Law 41/2024/QH15 art. 33–34']),
  row(
    INJURY,
    ['2017-06', '2021-06'],
    [0, 0.5],
    ['Nghị định 44/2017/NĐ-CP; Luật 84/2015/QH13, điều 44', 'Decree 44/2017/ND-CP; Law 84/2015/QH13 art. 44'],
  ),
  row(
    INJURY,
    ['2021-07', '2022-06'],
    [0, 0],
    [
      'Nghị quyết 68/NQ-CP ngày 1/7/2021 (0% từ 1/7/2021 đến 30/6/2022)',
      'Resolution 68/NQ-CP of 1/7/2021 (0 % from 1/7/2021 to 30/6/2022)',
    ],
  ),
  row(
    INJURY,
    ['2022-07', null],
    [0, 0.5],
    ['Nghị định 58/2020/NĐ-CP; Luật 84/2015/QH13, điều 44', 'Decree 58/2020/ND-CP; Law 84/2015/QH13 art. 44'],
  ),
  row(JOBLESS, ['2015-01', '2021-09'], [1, 1], ['Luật Việc làm 38/2013/QH13, điều 57', 'Law on Employment 38/2013/QH13 art. 57']),
  row(
    JOBLESS,
    ['2021-10', '2022-09'],
    [1, 0],
    [
      'Nghị quyết 116/NQ-CP ngày 24/9/2021 (đơn vị 0% từ 1/10/2021 đến 30/9/2022)',
      'Resolution 116/NQ-CP of 24/9/2021 (employers 0 % from 1/10/2021 to 30/9/2022)',
    ],
  ),
  row(JOBLESS, ['2022-10', '2025-12'], [1, 1], ['Luật Việc làm 38/2013/QH13, điều 57', 'Law on Employment 38/2013/QH13 art. 57']),
  row(JOBLESS, ['2026-01', null], [1, 1], ['Luật Việc làm 2025 (mỗi bên tối đa 1%)', 'Law on Employment 2025 (at most 1 % each)']),
  row(
    ['health', 'compulsory'],
    ['2010-01', null],
    [1.5, 3],
    [
      'Luật BHYT 25/2008/QH12, điều 13; các Nghị định 62/2009, 146/2018, 188/2025',
      'Law on Health Insurance 25/2008/QH12 art. 13 with Decrees 62/2009, 146/2018, 188/2025',
    ],
  ),
  row(
    ['social', 'voluntary'],
    ['2016-01', null],
    [22, 0],
    ['Luật BHXH 58/2014/QH13, điều 87; Luật BHXH 41/2024/QH15, điều 36', 'Law 58/2014/QH13 art. 87; Law 41/2024/QH15 art. 36'],
  ),
]

/** The rate of a branch in a month; null where none is listed. */
export const findContributionRate = (
  { branch, scheme }: Pick<ContributionRate, 'branch' | 'scheme'>,
  month: CivilMonth,
  rates: readonly ContributionRate[] = CONTRIBUTION_RATES,
): ContributionRate | null =>
  rates.find(
    (rate) =>
      rate.branch === branch &&
      rate.scheme === scheme &&
      compareMonths(rate.fromMonth, month) <= 0 &&
      (rate.toMonth === null || compareMonths(month, rate.toMonth) <= 0),
  ) ?? null

/** A share of a salary in whole đồng. */
export const shareVnd = (salaryVnd: number, percent: number): number => Math.round((salaryVnd * percent) / 100)
