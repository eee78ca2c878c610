import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  addMonths,
  compareMonths,
  countMonths,
  findGaps,
  formatMonthEn,
  formatMonthVi,
  isCivilMonth,
  monthsBetween,
  sumParticipation,
  type ParticipationSpell,
} from './index.ts'

const spell = (fromMonth: string, toMonth: string | null, more: Partial<ParticipationSpell> = {}): ParticipationSpell => ({
  branch: 'social',
  fromMonth,
  toMonth,
  employerName: 'Công ty Mẫu',
  contributorySalaryVnd: 6_000_000,
  ...more,
})

describe('a month', () => {
  it('is added to, compared and shown', () => {
    expect(addMonths('2026-11', 3)).toBe('2027-02')
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    expect(monthsBetween('2025-12', '2026-02')).toBe(2)
    expect(compareMonths('2025-12', '2026-02')).toBeLessThan(0)
    expect([formatMonthVi('2026-03'), formatMonthEn('2026-03')]).toEqual(['03/2026', 'Mar 2026'])
    expect(['2026-13', '2026-00', '2026-1', '2026'].some(isCivilMonth)).toBe(false)
    expect(() => addMonths('2026-13', 1)).toThrow(RangeError)
  })
})

describe('the time of participation', () => {
  it('counts a month once, however many employers paid in it', () => {
    const spells = [spell('2020-01', '2020-12'), spell('2020-06', '2021-02'), spell('2022-01', null)]
    expect(countMonths(spells, '2022-03')).toBe(17)
    expect(sumParticipation(spells, '2022-03')).toEqual({ months: 17, years: 1, remainingMonths: 5, lateMonths: 0 })
  })
  it('counts as late only what no other employer has paid', () => {
    const spells = [spell('2020-01', '2020-06', { latePayment: true }), spell('2020-05', '2020-12')]
    expect(sumParticipation(spells, '2020-12').lateMonths).toBe(4)
  })
  it('is nothing for nobody and for the future', () => {
    expect(countMonths([], '2026-11')).toBe(0)
    expect(countMonths([spell('2027-01', null)], '2026-11')).toBe(0)
  })
  it('shows the months between spells as gaps, and the time since the last', () => {
    const spells = [spell('2020-01', '2020-03'), spell('2020-04', '2020-06'), spell('2020-09', '2020-10')]
    expect(findGaps(spells, '2020-12')).toEqual([
      { fromMonth: '2020-07', toMonth: '2020-08' },
      { fromMonth: '2020-11', toMonth: '2020-12' },
    ])
    expect(findGaps([spell('2020-01', null)], '2020-12')).toEqual([])
    expect(findGaps([], '2020-12')).toEqual([])
  })
  it('equals a count on one’s fingers: a set of months', () => {
    const month = fc.integer({ min: 0, max: 59 }).map((months) => addMonths('2020-01', months))
    const any = fc
      .tuple(month, fc.integer({ min: 0, max: 20 }), fc.boolean())
      .map(([from, length, isOpen]) => spell(from, isOpen ? null : addMonths(from, length)))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), month, (spells, through) => {
        const months = new Set<string>()
        for (const { fromMonth, toMonth } of spells) {
          for (let at = fromMonth; at <= (toMonth ?? through) && at <= through; at = addMonths(at, 1)) months.add(at)
        }
        expect(countMonths(spells, through)).toBe(months.size)
        const first = [...months].toSorted()[0]
        const gaps = findGaps(spells, through).reduce((sum, gap) => sum + monthsBetween(gap.fromMonth, gap.toMonth) + 1, 0)
        expect(gaps).toBe(first === undefined ? 0 : monthsBetween(first, through) + 1 - months.size)
      }),
      { numRuns: 2000 },
    )
  })
})
