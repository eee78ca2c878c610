import type { Bilingual } from '../values/index.ts'
import type { CivilDate } from '../calendar/index.ts'
import { validOn, type Dated } from '../reference/index.ts'

/** The digit on the card. */
export type CoverageLevel = 1 | 2 | 3 | 4 | 5

const LEVELS: readonly number[] = [1, 2, 3, 4, 5]

export const isCoverageLevel = (level: number): level is CoverageLevel => LEVELS.includes(level)

export type CoverageLevelRow = Dated & {
  readonly coverageLevel: CoverageLevel
  /** What the fund pays at the right place of care. */
  readonly coveragePercent: number
  readonly sentence: Bilingual
  readonly source: string
}

const SOURCE =
  'Decision 1351/QĐ-BHXH of 16/11/2015 art. 2(2); Law on Health Insurance 25/2008/QH12 art. 22 as amended by Laws 46/2014/QH13 and 51/2024/QH15'

const row = (coverageLevel: CoverageLevel, coveragePercent: number, vi: string, en: string): CoverageLevelRow => ({
  coverageLevel,
  coveragePercent,
  sentence: { vi, en },
  validFrom: '2015-01-01',
  validTo: null,
  source: SOURCE,
})

/** What each level means, in the words of the card's "Thông tin quyền lợi". */
export const COVERAGE_LEVELS: readonly CoverageLevelRow[] = [
  row(
    1,
    100,
    'Quỹ BHYT trả 100% chi phí khám chữa bệnh trong phạm vi được hưởng, không giới hạn tỷ lệ thanh toán thuốc, vật tư y tế và dịch vụ kỹ thuật.',
    'The fund pays 100% of covered care, without the payment limits on drugs, supplies and technical services.',
  ),
  row(
    2,
    100,
    'Quỹ BHYT trả 100% chi phí khám chữa bệnh trong phạm vi được hưởng; một số thuốc, vật tư y tế và dịch vụ kỹ thuật có giới hạn tỷ lệ thanh toán.',
    'The fund pays 100% of covered care; payment limits apply to some drugs, supplies and technical services.',
  ),
  row(
    3,
    95,
    'Quỹ BHYT trả 95% chi phí khám chữa bệnh trong phạm vi được hưởng, người bệnh cùng chi trả 5%; một số thuốc, vật tư y tế có giới hạn tỷ lệ thanh toán.',
    'The fund pays 95% of covered care, you pay 5%; payment limits apply to some drugs and supplies.',
  ),
  row(
    4,
    80,
    'Quỹ BHYT trả 80% chi phí khám chữa bệnh trong phạm vi được hưởng, người bệnh cùng chi trả 20%; một số thuốc, vật tư y tế có giới hạn tỷ lệ thanh toán.',
    'The fund pays 80% of covered care, you pay 20%; payment limits apply to some drugs and supplies.',
  ),
  row(
    5,
    100,
    'Quỹ BHYT trả 100% chi phí khám chữa bệnh, kể cả chi phí ngoài phạm vi được hưởng BHYT.',
    'The fund pays 100% of the care, including what is outside the covered range.',
  ),
]

/** What a level means on a day; null before the list begins. */
export const findCoverageLevel = (coverageLevel: CoverageLevel, on: CivilDate): CoverageLevelRow | null =>
  validOn(COVERAGE_LEVELS, on).find((candidate) => candidate.coverageLevel === coverageLevel) ?? null
