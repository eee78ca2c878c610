import type { Bilingual } from '../values/index.ts'
import { compareMonths, type CivilMonth } from './civil-month.ts'

/** Regional minimum wages of a month in đồng, regions I to IV. */
export type WageMinimum = {
  readonly fromMonth: CivilMonth
  readonly regionsVnd: readonly [one: number, two: number, three: number, four: number]
  readonly source: Bilingual
  readonly standing: 'checked' | 'unverified'
}

/** Regions I to IV as 1 to 4. */
export type WageRegion = 1 | 2 | 3 | 4

/** The region of an employer's ward while it holds; `checked`: compared with the decree's annex. */
export type DatedWageRegion = {
  readonly fromMonth: CivilMonth
  readonly toMonth: CivilMonth | null
  readonly region: WageRegion
  readonly checked: boolean
}

/** The region in a month; null when no list tells it. */
export const findWageRegion = (month: CivilMonth, regions: readonly DatedWageRegion[]): DatedWageRegion | null =>
  regions.find(
    ({ fromMonth, toMonth }) => compareMonths(fromMonth, month) <= 0 && (toMonth === null || compareMonths(month, toMonth) <= 0),
  ) ?? null

const row = (fromMonth: CivilMonth, regionsVnd: WageMinimum['regionsVnd'], decree: string): WageMinimum => ({
  fromMonth,
  regionsVnd,
  source: { vi: `Nghị định ${decree}/NĐ-CP`, en: `Decree ${decree}/ND-CP` },
  standing: 'unverified',
})

/** Newest first. Months before the list: nothing is said about them. */
export const WAGE_MINIMUMS: readonly WageMinimum[] = [
  row('2026-01', [5_310_000, 4_730_000, 4_140_000, 3_700_000], '293/2025'),
  row('2024-07', [4_960_000, 4_410_000, 3_860_000, 3_450_000], '74/2024'),
  row('2022-07', [4_680_000, 4_160_000, 3_640_000, 3_250_000], '38/2022'),
  row('2020-01', [4_420_000, 3_920_000, 3_430_000, 3_070_000], '90/2019'),
  row('2019-01', [4_180_000, 3_710_000, 3_250_000, 2_920_000], '157/2018'),
  row('2018-01', [3_980_000, 3_530_000, 3_090_000, 2_760_000], '141/2017'),
  row('2017-01', [3_750_000, 3_320_000, 2_900_000, 2_580_000], '153/2016'),
  row('2016-01', [3_500_000, 3_100_000, 2_700_000, 2_400_000], '122/2015'),
]

/** The minimum wages in force in a month; null for months before the list begins. */
export const findWageMinimum = (month: CivilMonth, minimums: readonly WageMinimum[] = WAGE_MINIMUMS): WageMinimum | null =>
  minimums.find((minimum) => compareMonths(minimum.fromMonth, month) <= 0) ?? null

/**
 * The regional minimum when a contributory salary lies below it. Without a region the lowest one is asked: below that it is too low wherever
 * the work was. null: not below, nothing listed, or nothing to compare. Contributory salary not under the minimum: Decision 595/QD-BHXH art. 6(2.6);
 * since 1/7/2025 Law 41/2024/QH15 art. 31(1) names the reference level as the floor, which lies lower still.
 */
export const findMinimumAbove = (month: CivilMonth, salaryVnd: number | null, region: WageRegion | null): WageMinimum | null => {
  const minimum = findWageMinimum(month)
  return minimum !== null && salaryVnd !== null && salaryVnd > 0 && salaryVnd < minimum.regionsVnd[((region ?? 4) - 1) as 0 | 1 | 2 | 3]
    ? minimum
    : null
}
