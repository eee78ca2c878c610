import { compareMonths, type CivilMonth } from '../contributions/index.ts'

/**
 * Statutory base salary, from July 2025 the reference level (Law 41/2024/QH15 article 7), in đồng, newest first: what a wage coefficient is
 * multiplied by. Decrees 161/2026, 73/2024, 24/2023, 38/2019, 72/2018, 47/2017, 47/2016, 66/2013; months before July 2013 unverified, so none.
 */
export const REFERENCE_LEVELS: readonly { readonly fromMonth: CivilMonth; readonly amountVnd: number }[] = [
  { fromMonth: '2026-07', amountVnd: 2_530_000 },
  { fromMonth: '2024-07', amountVnd: 2_340_000 },
  { fromMonth: '2023-07', amountVnd: 1_800_000 },
  { fromMonth: '2019-07', amountVnd: 1_490_000 },
  { fromMonth: '2018-07', amountVnd: 1_390_000 },
  { fromMonth: '2017-07', amountVnd: 1_300_000 },
  { fromMonth: '2016-05', amountVnd: 1_210_000 },
  { fromMonth: '2013-07', amountVnd: 1_150_000 },
]

/** Đồng, or null for months before the list begins. */
export const referenceLevelOf = (month: CivilMonth): number | null =>
  REFERENCE_LEVELS.find(({ fromMonth }) => compareMonths(fromMonth, month) <= 0)?.amountVnd ?? null
