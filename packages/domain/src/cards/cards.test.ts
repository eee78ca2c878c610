import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { COVERAGE_LEVELS, decideCardOn, findCoverageLevel, parseHealthCardNumber15, type HealthCard } from './index.ts'

const card = (validFrom: string, validTo: string | null, more: Partial<HealthCard> = {}): HealthCard => ({
  healthCardNumber: '9900000027',
  participantGroup: 'DN',
  coverageLevel: 4,
  registeredFacilityCode: '99001',
  validFrom,
  validTo,
  continuousSince: null,
  areaCode: null,
  ...more,
})

describe('the card of a day', () => {
  const last = card('2025-01-01', '2025-12-31')
  const now = card('2026-01-01', '2026-12-31')
  const next = card('2027-01-01', null)
  it('is the one in force, with the one that follows', () => {
    expect(decideCardOn([next, last, now], '2026-11-23')).toEqual({ card: now, status: 'valid', next })
    expect(decideCardOn([now, next], '2026-12-31')).toMatchObject({ card: now, status: 'valid' })
    expect(decideCardOn([now, next], '2027-01-01')).toEqual({ card: next, status: 'valid' })
  })
  it('is the next to come, the last that was, or none', () => {
    expect(decideCardOn([next], '2026-11-23')).toEqual({ card: next, status: 'not-yet' })
    expect(decideCardOn([now, last], '2027-02-01')).toEqual({ card: now, status: 'expired' })
    expect(decideCardOn([last, next], '2026-11-23')).toEqual({ card: next, status: 'not-yet' })
    expect(decideCardOn([], '2026-11-23')).toEqual({ card: null, status: 'none' })
  })
  it('is the one with the higher right when several are in force', () => {
    const household = card('2026-06-01', null, { coverageLevel: 4 })
    const poor = card('2026-01-01', '2026-12-31', { coverageLevel: 2, participantGroup: 'HN' })
    expect(decideCardOn([household, poor], '2026-11-23').card).toBe(poor)
  })
  it('is called valid exactly when some card is in force, and does not disturb the list', () => {
    const day = fc.integer({ min: 10, max: 28 }).map((value) => `2026-11-${value}`)
    const any = fc.tuple(day, fc.option(day)).map(([from, to]) => card(from, to))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), day, (cards, on) => {
        const before = [...cards]
        const isValid = cards.some((each) => each.validFrom <= on && (each.validTo === null || on <= each.validTo))
        expect(decideCardOn(cards, on).status === 'valid').toBe(isValid)
        expect(cards).toEqual(before)
      }),
    )
  })
})

describe('a coverage level', () => {
  it.each([
    [1, 100],
    [2, 100],
    [3, 95],
    [4, 80],
    [5, 100],
  ] as const)('%i pays %i per cent and says so', (level, percent) => {
    const row = findCoverageLevel(level, '2026-11-23')
    expect(row?.coveragePercent).toBe(percent)
    expect(row?.sentence.vi).toContain(`${percent}%`)
    expect(row?.sentence.en).toContain(`${percent}%`)
  })
  it('has a source in every row', () => expect(COVERAGE_LEVELS.every((row) => row.source.includes('1351'))).toBe(true))
})

describe('the old number of fifteen characters', () => {
  it('holds group, level, province and insurance number', () => {
    expect(parseHealthCardNumber15('dn 4 99 9900000019')).toEqual({
      ok: true,
      healthCardNumber: 'DN4999900000019',
      participantGroup: 'DN',
      coverageLevel: 4,
      provinceCode: '99',
      insuranceNumber: '9900000019',
    })
  })
  it.each([
    ['9900000019', 'health-card-number-length'],
    ['4DN999900000019', 'health-card-number-shape'],
    ['DN6999900000019', 'health-card-number-level'],
    ['DN0999900000019', 'health-card-number-level'],
  ])('%s is refused as %s', (text, code) => expect(parseHealthCardNumber15(text)).toEqual({ ok: false, code }))
})
