import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addMonths, correctSpell, monthsBetween } from './index.ts'

type Spell = { fromMonth: string; toMonth: string | null; lateMonths: number; wage: number }
const monthsOf = (spells: readonly Spell[], upTo: string): Map<string, number> => {
  const months = new Map<string, number>()
  for (const { fromMonth, toMonth, wage } of spells)
    for (let month = fromMonth; month <= (toMonth ?? upTo); month = addMonths(month, 1)) months.set(month, wage)
  return months
}

describe('one month of a spell put right', () => {
  it('changes that month alone, doubles none and loses none', () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.nat({ max: 40 }), fc.boolean(), fc.boolean(), (length, at, isOpen, isRemoved) => {
        const fromMonth = '2022-03'
        const upTo = addMonths(fromMonth, length)
        const month = addMonths(fromMonth, Math.min(at, length))
        const spell: Spell = { fromMonth, toMonth: isOpen ? null : upTo, lateMonths: Math.min(2, length), wage: 1 }
        const spells = correctSpell(spell, month, isRemoved ? null : { wage: 2 })
        const last = isOpen ? addMonths(upTo, 3) : upTo
        const [before, after] = [monthsOf([spell], last), monthsOf(spells, last)]
        if (isRemoved) before.delete(month)
        else before.set(month, 2)
        expect(Object.fromEntries(after)).toEqual(Object.fromEntries(before))
        for (const one of spells) if (one.toMonth !== null) expect(monthsBetween(one.fromMonth, one.toMonth)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
  it('of the whole spell writes it anew, or nothing', () => {
    const spell: Spell = { fromMonth: '2022-03', toMonth: null, lateMonths: 0, wage: 1 }
    expect(correctSpell(spell, null, { wage: 3 })).toEqual([{ ...spell, wage: 3 }])
    expect(correctSpell(spell, null, null)).toEqual([])
  })
})
