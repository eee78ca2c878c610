import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, ageOn, type CivilDate } from '../calendar/index.ts'
import {
  adultFrom,
  CHILD_AREAS,
  DATA_AREAS,
  decideReading,
  DEPENDANT_REASONS,
  isChildOn,
  isMandateLastDay,
  lastDayAsChild,
} from './index.ts'

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((at): CivilDate => at.toISOString().slice(0, 10))
const holding = { kind: 'child', areas: CHILD_AREAS, fromOn: '2026-01-01', lastOn: '2026-06-30', isEnded: false } as const

describe('a child', () => {
  it('comes of age on the 18th birthday, and its guardian sees its data to the day before', () => {
    expect([adultFrom('2008-11-26'), lastDayAsChild('2008-11-26')]).toEqual(['2026-11-26', '2026-11-25'])
  })
  it('born on 29 February comes of age on 1 March of a common year', () => {
    expect([adultFrom('2008-02-29'), lastDayAsChild('2008-02-29')]).toEqual(['2026-03-01', '2026-02-28'])
  })
  it('whose birthday is not known whole comes of age on the first day it may be', () => {
    expect([adultFrom('2010'), adultFrom('2010-07')]).toEqual(['2028-01-01', '2028-07-01'])
  })
  it('is one to the last day and none on the next, whatever the birthday', () => {
    fc.assert(
      fc.property(day, (bornOn) => {
        const lastOn = lastDayAsChild(bornOn)
        expect([isChildOn(bornOn, lastOn), isChildOn(bornOn, addDays(lastOn, 1))]).toEqual([true, false])
        expect(ageOn(bornOn, adultFrom(bornOn)).max).toBe(18)
      }),
    )
  })
  it('that is not born yet is none', () => {
    expect(isChildOn('2026-11-27', '2026-11-26')).toBe(false)
  })
})

describe('who may read for somebody else', () => {
  it('may on every day from the first to the last, and on no other', () => {
    fc.assert(
      fc.property(day, (on) => {
        const { allowed } = decideReading(holding, 'card', on)
        expect(allowed).toBe(on >= holding.fromOn && on <= holding.lastOn)
      }),
    )
  })
  it('may not once it is ended, whatever its dates', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...DATA_AREAS), (on, area) => {
        expect(decideReading({ ...holding, isEnded: true }, area, on)).toEqual({ allowed: false, code: 'representation-over' })
      }),
    )
  })
  it('reads what was granted and nothing else; of a child the health branch only', () => {
    for (const area of DATA_AREAS)
      expect(decideReading(holding, area, '2026-03-01')).toEqual(
        area === 'benefits' ? { allowed: false, code: 'area-not-granted' } : { allowed: true, branches: 'health' },
      )
    expect(decideReading({ ...holding, kind: 'mandate', areas: ['participation'] }, 'participation', '2026-03-01')).toEqual({
      allowed: true,
      branches: 'all',
    })
  })
  it('has a mandate for a year at most, and for today at least', () => {
    const on = (lastOn: string, today: string): boolean => isMandateLastDay(lastOn, today)
    expect([on('2026-11-26', '2026-11-26'), on('2027-11-25', '2026-11-26'), on('2027-11-26', '2026-11-26')]).toEqual([true, true, false])
    expect([on('2026-11-25', '2026-11-26'), on('2029-02-27', '2028-02-29'), on('2029-02-28', '2028-02-29')]).toEqual([false, true, false])
    expect(on('2027-02-30', '2026-11-26')).toBe(false)
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 800 }), (today, days) => {
        const may = on(addDays(today, days), today)
        if (days < 0 || days > 366) expect(may).toBe(false)
        if (days >= 0 && days < 365) expect(may).toBe(true)
      }),
    )
  })
})

describe('why a child is not entered', () => {
  it('has one sentence in each language per code', () => {
    expect(new Set(DEPENDANT_REASONS.map(({ code }) => code)).size).toBe(DEPENDANT_REASONS.length)
    for (const { citizen, clerk } of DEPENDANT_REASONS)
      expect([citizen.vi, citizen.en, clerk.vi, clerk.en].every((text) => text.length > 10)).toBe(true)
  })
})
