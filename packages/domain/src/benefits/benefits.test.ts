import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { BENEFIT_KINDS, BENEFIT_REGIMES, decideMonthlyAmount, findBenefitRegime } from './index.ts'

describe('a regime', () => {
  it('has a name in both languages, a source and a kind of decision', () => {
    for (const { regime, name, source, kinds } of BENEFIT_REGIMES) {
      expect([regime, name.vi !== '' && name.en !== '' && source !== '' && kinds.length > 0]).toEqual([regime, true])
      expect(findBenefitRegime(regime)?.name).toEqual(name)
    }
    expect(new Set(BENEFIT_REGIMES.map(({ regime }) => regime)).size).toBe(BENEFIT_REGIMES.length)
  })
  it('is there for every kind, and none for a code of nobody’s', () => {
    for (const kind of BENEFIT_KINDS)
      expect([kind, BENEFIT_REGIMES.some(({ kinds }) => (kinds as readonly string[]).includes(kind))]).toEqual([kind, true])
    expect(findBenefitRegime('luong-huu')).toBeNull()
  })
})

describe('what a monthly decision pays', () => {
  const decision = { amountVnd: 5_000_000, fromOn: '2024-06-01', decidedOn: '2024-05-02' }
  const slips = [
    { amountVnd: 6_200_000, fromOn: '2026-07-01', decidedOn: '2026-06-20' },
    { amountVnd: 5_750_000, fromOn: '2024-07-01', decidedOn: '2024-07-04' },
    { amountVnd: 5_800_000, fromOn: '2024-07-01', decidedOn: '2024-08-01' },
  ]
  it.each([
    ['2024-05-31', null],
    ['2024-06-01', 5_000_000],
    ['2024-06-30', 5_000_000],
    ['2024-07-01', 5_800_000],
    ['2026-06-30', 5_800_000],
    ['2026-07-01', 6_200_000],
  ])('on %s: %s', (on, due) => expect(decideMonthlyAmount(decision, slips, on)).toBe(due))
  it('begins on the day decided where no other day is named', () => {
    expect(decideMonthlyAmount({ ...decision, fromOn: null }, [], '2024-05-02')).toBe(5_000_000)
    expect(decideMonthlyAmount({ ...decision, fromOn: null }, [], '2024-05-01')).toBeNull()
  })
  it('does not depend on the order in which slips came', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(slips, { minLength: 3, maxLength: 3 }), fc.integer({ min: 2024, max: 2027 }), (shuffled, year) => {
        const on = `${year}-07-15`
        expect(decideMonthlyAmount(decision, shuffled, on)).toBe(decideMonthlyAmount(decision, slips, on))
      }),
    )
  })
})
