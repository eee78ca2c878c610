import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { compareBirthDates, compareNames, compareNumbers } from '../differences/index.ts'
import { makePracticeForm, PRACTICE_FAULTS, type PracticeFault } from './index.ts'

const seed = fc.nat(2_000_000_000)

describe('a practice form', () => {
  it('is the same for the same seed and about nobody', () => {
    fc.assert(
      fc.property(seed, (any) => {
        const form = makePracticeForm(any)
        expect(form).toEqual(makePracticeForm(any))
        expect(form.declared.nationalId).toMatch(/^099\d{9}$/u)
        expect(form.declared.insuranceNumber).toMatch(/^99\d{8}$/u)
      }),
    )
  })
  it('has the fault it says and no other', () => {
    fc.assert(
      fc.property(seed, (any) => {
        const { declared, registered, fault } = makePracticeForm(any)
        if (fault === 'register-of-another') return
        expect(compareNames(declared.fullName, registered.fullName).verdict === 'same').toBe(fault !== 'name-letter')
        expect(compareBirthDates(declared.bornOn, registered.bornOn).verdict === 'same').toBe(fault !== 'day-month')
        expect(compareNumbers(declared.nationalId, registered.nationalId).verdict === 'same').toBe(fault !== 'number-digit')
      }),
      { numRuns: 500 },
    )
  })
  it('is of every kind, and in order about twice of five', () => {
    const counts = new Map<PracticeFault, number>()
    for (let at = 0; at < 4000; at += 1) {
      const { fault } = makePracticeForm(at * 7919)
      counts.set(fault, (counts.get(fault) ?? 0) + 1)
    }
    expect(counts.size).toBe(PRACTICE_FAULTS.length)
    expect(counts.get('none')).toBeGreaterThan(1200)
    expect(counts.get('none')).toBeLessThan(2000)
  })
})
