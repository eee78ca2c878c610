import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addMonths, compareMonths } from '../contributions/index.ts'
import { type FoldedSpell, foldMonths, type ImportedMonth, referenceLevelOf, sumWage } from './index.ts'

const THROUGH = '2022-06'
const month = fc.integer({ min: 0, max: 29 }).map((months) => addMonths('2020-01', months))
const key = fc.constantFrom('social A', 'social B')
const says = fc.constantFrom('5', '6')
const imported = fc.uniqueArray(fc.record({ key, month, says: fc.option(says), late: fc.boolean() }), {
  selector: (one) => `${one.key} ${one.month}`,
  maxLength: 20,
})
const wage = {
  base: 0,
  positionAllowance: 0,
  overFrameSeniorityPercent: 0,
  occupationalSeniorityPercent: 0,
  wageAllowance: 0,
  supplements: 0,
}

/** Every month of the spells up to the horizon with what is said and whether it is late. */
const monthsOf = (spells: readonly FoldedSpell[]): Set<string> => {
  const months = new Set<string>()
  for (const spell of spells) {
    const last = spell.toMonth ?? THROUGH
    for (let at = spell.fromMonth; compareMonths(at, last) <= 0; at = addMonths(at, 1))
      months.add(`${spell.key} ${at} ${spell.says} ${compareMonths(at, addMonths(last, -spell.lateMonths)) > 0}`)
  }
  return months
}
const standingOf = (months: readonly ImportedMonth[]): readonly FoldedSpell[] => foldMonths([], months, THROUGH)

describe('months laid over spells', () => {
  it('become one spell while they say the same, however they are ordered', () => {
    const months = ['2020-03', '2020-01', '2020-02', '2020-05'].map((at) => ({ key: 'k', month: at, says: '5', late: false }))
    expect(foldMonths([], months, THROUGH)).toEqual([
      { key: 'k', says: '5', fromMonth: '2020-01', toMonth: '2020-03', lateMonths: 0 },
      { key: 'k', says: '5', fromMonth: '2020-05', toMonth: '2020-05', lateMonths: 0 },
    ])
  })
  it('cut a spell that goes on in two, and leave its end open', () => {
    const standing: FoldedSpell[] = [{ key: 'k', says: '5', fromMonth: '2021-01', toMonth: null, lateMonths: 2 }]
    expect(foldMonths(standing, [{ key: 'k', month: '2021-03', says: '6', late: false }], THROUGH)).toEqual([
      { key: 'k', says: '5', fromMonth: '2021-01', toMonth: '2021-02', lateMonths: 0 },
      { key: 'k', says: '5', fromMonth: '2021-04', toMonth: null, lateMonths: 2 },
      { key: 'k', says: '6', fromMonth: '2021-03', toMonth: '2021-03', lateMonths: 0 },
    ])
  })
  it('paid after an unpaid month begin a new spell, since the unpaid ones stand at the end', () => {
    const standing: FoldedSpell[] = [{ key: 'k', says: '5', fromMonth: '2021-01', toMonth: '2021-04', lateMonths: 2 }]
    expect(foldMonths(standing, [{ key: 'k', month: '2021-04', says: '5', late: false }], THROUGH)).toEqual([
      { key: 'k', says: '5', fromMonth: '2021-01', toMonth: '2021-03', lateMonths: 1 },
      { key: 'k', says: '5', fromMonth: '2021-04', toMonth: '2021-04', lateMonths: 0 },
    ])
  })
  it('say of each imported month what was imported, and of every other what stood', () => {
    fc.assert(
      fc.property(imported, imported, (first, second) => {
        const standing = standingOf(first)
        const due = new Set([...monthsOf(standing)].filter((line) => !second.some((one) => line.startsWith(`${one.key} ${one.month} `))))
        for (const one of second) if (one.says !== null) due.add(`${one.key} ${one.month} ${one.says} ${one.late}`)
        expect(monthsOf(foldMonths(standing, second, THROUGH))).toEqual(due)
      }),
      { numRuns: 500 },
    )
  })
  it('change nothing when they are laid over once more', () => {
    fc.assert(
      fc.property(imported, imported, (first, second) => {
        const once = foldMonths(standingOf(first), second, THROUGH)
        expect(new Set(foldMonths(once, second, THROUGH))).toEqual(new Set(once))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a declared wage', () => {
  it('is a coefficient up to 100, times the reference level of the month, and đồng above', () => {
    expect(sumWage({ ...wage, base: 2.34 }, '2026-03')).toBe(5_475_600)
    expect(sumWage({ ...wage, base: 2.34 }, '2026-07')).toBe(5_920_200)
    expect(sumWage({ ...wage, base: 9_500_000, wageAllowance: 500_000 }, '2026-03')).toBe(10_000_000)
    expect(sumWage({ ...wage, base: 2.34 }, '2012-03')).toBeNull()
    expect([referenceLevelOf('2024-06'), referenceLevelOf('2024-07'), referenceLevelOf('2013-06')]).toEqual([1_800_000, 2_340_000, null])
  })
  it('adds seniority to what it is counted from', () => {
    // 4.98 × 1.08 (over-frame) + 0.5 (position), all × 1.10 (occupational), × 2,340,000.
    expect(
      sumWage({ ...wage, base: 4.98, positionAllowance: 0.5, overFrameSeniorityPercent: 8, occupationalSeniorityPercent: 10 }, '2025-01'),
    ).toBe(15_131_002)
  })
})
