import type { CivilDate } from '../calendar/index.ts'
import { validOn, type Dated } from '../reference/index.ts'

export type ReferenceLevelRow = Dated & { readonly amountVnd: number; readonly source: string }

const level = (amountVnd: number, validFrom: CivilDate, validTo: CivilDate | null, source: string): ReferenceLevelRow => ({
  amountVnd,
  validFrom,
  validTo,
  source,
})

/** Mức lương cơ sở, since 1/7/2025 mức tham chiếu: what the law counts in. */
export const REFERENCE_LEVELS: readonly ReferenceLevelRow[] = [
  level(1_150_000, '2013-07-01', '2016-04-30', 'Decree 66/2013/NĐ-CP'),
  level(1_210_000, '2016-05-01', '2017-06-30', 'Decree 47/2016/NĐ-CP'),
  level(1_300_000, '2017-07-01', '2018-06-30', 'Decree 47/2017/NĐ-CP'),
  level(1_390_000, '2018-07-01', '2019-06-30', 'Decree 72/2018/NĐ-CP'),
  level(1_490_000, '2019-07-01', '2023-06-30', 'Decree 38/2019/NĐ-CP'),
  level(1_800_000, '2023-07-01', '2024-06-30', 'Decree 24/2023/NĐ-CP'),
  level(2_340_000, '2024-07-01', '2026-06-30', 'Decree 73/2024/NĐ-CP'),
  level(2_530_000, '2026-07-01', null, 'Decree 161/2026/NĐ-CP of 15/5/2026'),
]

/** The level of a day, or null before the list begins. */
export const findReferenceLevel = (on: CivilDate): ReferenceLevelRow | null => validOn(REFERENCE_LEVELS, on)[0] ?? null
