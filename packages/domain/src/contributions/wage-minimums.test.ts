import { describe, expect, it } from 'vitest'

import {
  type DatedWageRegion,
  findLowWages,
  findMinimumAbove,
  findWageMinimum,
  listParticipationNotices,
  type RecordedSpell,
  WAGE_MINIMUMS,
} from './index.ts'

type Spell = RecordedSpell & {
  scheme: 'compulsory' | 'voluntary'
  contributorySalaryVnd: number | null
  wageRegions: readonly DatedWageRegion[]
}
const spell = (fromMonth: string, toMonth: string | null, more: Partial<Spell> = {}): Spell => ({
  fromMonth,
  toMonth,
  employerName: 'Công ty A',
  lateMonths: 0,
  scheme: 'compulsory',
  contributorySalaryVnd: 8_000_000,
  wageRegions: [],
  ...more,
})
const THROUGH = '2026-11'

describe('a salary that is too low', () => {
  it('is one below the lowest minimum of its month, so that no region has to be known', () => {
    expect(findMinimumAbove('2026-01', 3_699_999, null)?.source.en).toBe('Decree 293/2025/ND-CP')
    expect(findMinimumAbove('2026-01', 3_700_000, null)).toBeNull()
    expect(findMinimumAbove('2025-12', 3_500_000, null)).toBeNull()
    expect(findMinimumAbove('2026-01', null, null)).toBeNull()
    expect(findWageMinimum('2015-12')).toBeNull()
  })
  it('is told with its months, figures and source, once for each minimum it lies under', () => {
    const low = spell('2025-11', '2026-03', { contributorySalaryVnd: 3_400_000 })
    expect(findLowWages(low, THROUGH).map(({ span }) => span)).toEqual([
      { fromMonth: '2025-11', toMonth: '2025-12' },
      { fromMonth: '2026-01', toMonth: '2026-03' },
    ])
    const [notice] = listParticipationNotices('social', [low], THROUGH)
    expect(notice?.title.vi).toBe('Tiền lương đóng thấp hơn lương tối thiểu vùng: từ 11/2025 đến 12/2025')
    expect(notice?.means.vi).toContain('3.400.000 đồng')
    expect(notice?.means.vi).toContain('3.450.000 đồng (Nghị định 74/2024/NĐ-CP)')
  })
  it('is measured by the region of the employer while a list tells it, and says when that is not confirmed', () => {
    const region = { fromMonth: '2026-01', toMonth: '2026-06', region: 1, checked: false } as const
    const low = spell('2025-11', null, { contributorySalaryVnd: 5_000_000, wageRegions: [region] })
    expect(findLowWages(low, '2026-12').map(({ span }) => span)).toEqual([{ fromMonth: '2026-01', toMonth: '2026-06' }])
    const [notice] = listParticipationNotices('social', [low], '2026-12')
    expect(notice?.means.vi).toContain('mức tối thiểu vùng I, nơi đơn vị đặt trụ sở, lúc đó là 5.310.000 đồng')
    expect(notice?.means.vi).toContain('chưa được đối chiếu')
    const [checked] = listParticipationNotices('social', [{ ...low, wageRegions: [{ ...region, checked: true }] }], '2026-12')
    expect(checked?.means.vi).not.toContain('chưa được đối chiếu')
  })
  it('is nothing to tell about who chose the income, or where there is no salary', () => {
    expect(
      listParticipationNotices('social', [spell('2026-01', null, { scheme: 'voluntary', contributorySalaryVnd: 1_500_000 })], THROUGH),
    ).toEqual([])
    expect(listParticipationNotices('health', [spell('2026-01', null, { contributorySalaryVnd: 1 })], THROUGH)).toEqual([])
  })
  it('is measured by minimums that only grow, region by region, newest first', () => {
    for (const [at, { regionsVnd, fromMonth }] of WAGE_MINIMUMS.entries()) {
      expect(regionsVnd.toSorted((first, second) => second - first)).toEqual([...regionsVnd])
      const older = WAGE_MINIMUMS[at + 1]
      expect(older === undefined || (older.fromMonth < fromMonth && older.regionsVnd[3] < regionsVnd[3])).toBe(true)
    }
  })
})
