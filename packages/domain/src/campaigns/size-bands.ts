import type { CivilDate } from '../calendar/index.ts'
import type { Bilingual } from '../values/index.ts'

export type SizeBand = {
  readonly key: string
  /** People at least; the next band's is where this one ends. */
  readonly from: number
  readonly name: Bilingual
}
export type SizeBandRule = {
  readonly version: string
  readonly effectiveFrom: CivilDate
  readonly bands: readonly SizeBand[]
  readonly source: string
}

/** Employers by their number of people, as figures group them. */
export const SIZE_BAND_RULES: readonly SizeBandRule[] = [
  {
    version: 'size-1',
    effectiveFrom: '2020-11-25',
    bands: [
      { key: '1-10', from: 0, name: { vi: 'Đến 10 người', en: 'Up to 10' } },
      { key: '11-50', from: 11, name: { vi: '11–50 người', en: '11–50' } },
      { key: '51-100', from: 51, name: { vi: '51–100 người', en: '51–100' } },
      { key: '101-200', from: 101, name: { vi: '101–200 người', en: '101–200' } },
      { key: '201-1000', from: 201, name: { vi: '201–1.000 người', en: '201–1,000' } },
      { key: 'over-1000', from: 1001, name: { vi: 'Trên 1.000 người', en: 'Over 1,000' } },
    ],
    source:
      'Decree 80/2021/ND-CP art. 5 (10, 50, 100 and 200 people who take part in social insurance part micro, small and medium enterprises); 1,000: our own, the largest employers are visited one by one',
  },
]

/** The bands in force on a day, the smallest first. */
export const sizeBandsOn = (on: CivilDate): readonly SizeBand[] => {
  const rule = SIZE_BAND_RULES.filter(({ effectiveFrom }) => effectiveFrom <= on).at(-1) ?? SIZE_BAND_RULES[0]
  if (rule === undefined) throw new RangeError('no size bands')
  return rule.bands
}
