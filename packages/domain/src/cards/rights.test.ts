import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addCalendarMonths, addDays } from '../calendar/index.ts'
import {
  COVERAGE_LEVELS,
  decideContinuity,
  decideCopayment,
  decideObject,
  findParticipantGroup,
  GROUP_PAYERS,
  PARTICIPANT_GROUPS,
} from './index.ts'

const TODAY = '2026-11-26'

describe('the object codes', () => {
  const coded = PARTICIPANT_GROUPS.filter((row) => row.participantGroup !== null)
  it('are the 44 of the list, each once, with name, payer, level and source', () => {
    expect(coded).toHaveLength(44)
    expect(new Set(coded.map((row) => row.participantGroup)).size).toBe(44)
    for (const row of PARTICIPANT_GROUPS)
      expect([row.name.vi, row.source !== '' && row.name.en !== '' && GROUP_PAYERS.includes(row.payer)]).toEqual([row.name.vi, true])
  })
  it('have the levels that the decision names', () => {
    const of = (level: number) => coded.filter((row) => row.usualLevel === level).map((row) => row.participantGroup)
    expect(of(1)).toEqual(['CC', 'TE'])
    expect(of(2)).toEqual(['CK', 'CB', 'KC', 'BT', 'HN', 'DT', 'DK', 'XD', 'TS'])
    expect(of(3)).toEqual(['HT', 'TC', 'CN'])
    expect(of(5)).toEqual(['QN', 'CA', 'CY'])
  })
  it('of later laws are told apart as not verified, and stand for no code', () => {
    const added = PARTICIPANT_GROUPS.filter((row) => row.participantGroup === null)
    expect(added.length).toBeGreaterThan(0)
    expect(added.every((row) => !row.isVerified && row.source.includes('not found'))).toBe(true)
  })
  it('are found on a day, and not before the list', () => {
    expect(findParticipantGroup('HN', TODAY)).toMatchObject({ payer: 'state', usualLevel: 2 })
    expect(findParticipantGroup('HN', '2014-12-31')).toBeNull()
    expect(findParticipantGroup('ZZ', TODAY)).toBeNull()
  })
})

describe('somebody in several groups', () => {
  it.each([
    [['GD', 'HN'], { participantGroup: 'HN', coverageLevel: 2 }],
    [['HN', 'DN'], { participantGroup: 'DN', coverageLevel: 2 }],
    [['CN', 'CC', 'HT'], { participantGroup: 'HT', coverageLevel: 1 }],
    [['CC', 'QN'], { participantGroup: 'QN', coverageLevel: 5 }],
    [['SV'], { participantGroup: 'SV', coverageLevel: 4 }],
    [['DN', 'ZZ'], { participantGroup: 'DN', coverageLevel: 4 }],
    [['ZZ'], null],
    [[], null],
  ])('%j has the first object in legal order and the highest level: %j', (codes, due) => expect(decideObject(codes, TODAY)).toEqual(due))
  it('has a level that one of the groups gives, in whatever order they are named', () => {
    const codes = PARTICIPANT_GROUPS.map((row) => row.participantGroup ?? '').filter((code) => code !== '')
    fc.assert(
      fc.property(fc.shuffledSubarray(codes, { minLength: 1, maxLength: 5 }), (some) => {
        const answer = decideObject(some, TODAY)
        expect(decideObject(some.toReversed(), TODAY)).toEqual(answer)
        expect(some.map((code) => findParticipantGroup(code, TODAY)?.usualLevel)).toContain(answer?.coverageLevel)
        expect(COVERAGE_LEVELS.some((row) => row.coverageLevel === answer?.coverageLevel)).toBe(true)
      }),
    )
  })
})

describe('five continuous years', () => {
  const period = (validFrom: string, validTo: string | null) => ({ validFrom, validTo })
  it.each([
    ['years in a row', [period('2020-01-01', '2020-12-31'), period('2021-01-01', null)], '2020-01-01', '2025-01-01', true],
    ['a break of exactly three months', [period('2020-01-01', '2022-12-31'), period('2023-04-01', null)], '2020-01-01', '2025-01-01', true],
    [
      'a break of three months and a day',
      [period('2020-01-01', '2022-12-31'), period('2023-04-02', null)],
      '2023-04-02',
      '2028-04-02',
      false,
    ],
    ['cards that overlap', [period('2022-06-01', '2022-09-30'), period('2022-01-01', '2026-12-31')], '2022-01-01', '2027-01-01', false],
    ['a card that ended a month ago', [period('2021-10-26', '2026-10-25')], '2021-10-26', '2026-10-26', true],
    ['29 February', [period('2020-02-29', null)], '2020-02-29', '2025-02-28', true],
    ['five years today', [period('2021-11-26', null)], '2021-11-26', '2026-11-26', true],
    ['five years tomorrow', [period('2021-11-27', null)], '2021-11-27', '2026-11-27', false],
  ])('%s', (_name, periods, continuousFrom, reachedOn, isReached) =>
    expect(decideContinuity(periods, TODAY)).toEqual({ continuousFrom, reachedOn, isReached }),
  )
  it('are lost after a longer break, and nothing for somebody without a card or with a future one', () => {
    expect(decideContinuity([period('2010-01-01', '2026-08-24')], TODAY)).toBeNull()
    expect(decideContinuity([period('2010-01-01', '2026-08-25')], TODAY)).not.toBeNull()
    expect(decideContinuity([], TODAY)).toBeNull()
    expect(decideContinuity([period('2027-01-01', null)], TODAY)).toBeNull()
  })
  it('do not come later when a further period is added to those that run on', () => {
    const day = fc.integer({ min: 0, max: 2400 }).map((days) => addDays('2020-01-01', days))
    const any = fc.tuple(day, fc.integer({ min: 0, max: 700 })).map(([from, length]) => period(from, addDays(from, length)))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), any, (periods, more) => {
        const before = decideContinuity(periods, TODAY)
        const after = decideContinuity([...periods, more], TODAY)
        if (before !== null) expect((after?.reachedOn ?? '9') <= before.reachedOn).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
  it('a month’s day that is not there is the month’s last', () => {
    expect([addCalendarMonths('2026-11-30', 3), addCalendarMonths('2024-01-31', 1), addCalendarMonths('2026-03-31', -1)]).toEqual([
      '2027-02-28',
      '2024-02-29',
      '2026-02-28',
    ])
    expect(() => addCalendarMonths('2026-02-30', 1)).toThrow(RangeError)
  })
})

describe('the copayment of a year', () => {
  const paid = (on: string, amountVnd: number) => ({ on, amountVnd })
  const FIVE = '2020-01-01'
  it('is nothing without visits, against six reference levels of today', () =>
    expect(decideCopayment([], FIVE, TODAY)).toEqual({
      year: 2026,
      totalVnd: 0,
      convertedVnd: 0,
      referenceLevelVnd: 2_530_000,
      ceilingVnd: 15_180_000,
      isOverCeiling: false,
      hasFiveYears: true,
      exemptFrom: null,
      exemptTo: null,
    }))
  it.each([
    ['exactly six levels are not more than six', [paid('2026-08-01', 15_180_000)], FIVE, null],
    ['one đồng more is', [paid('2026-08-01', 15_180_000), paid('2026-09-02', 1)], FIVE, '2026-09-02'],
    ['what was paid last year does not count', [paid('2025-12-31', 90_000_000)], FIVE, null],
    ['what is paid later in the year does not count yet', [paid('2026-11-27', 90_000_000)], FIVE, null],
    ['without five years never', [paid('2026-08-01', 90_000_000)], null, null],
    ['with five years only later, from the day they are complete', [paid('2026-08-01', 90_000_000)], '2026-10-05', '2026-10-05'],
    ['with five years after today not yet', [paid('2026-08-01', 90_000_000)], '2026-11-27', null],
    ['six levels and a đồng of before July weigh the same after', [paid('2026-03-01', 14_040_001)], FIVE, '2026-03-01'],
    ['half before, half after', [paid('2026-03-01', 7_020_000), paid('2026-08-01', 7_590_001)], FIVE, '2026-08-01'],
    ['half before, half after, not a đồng more', [paid('2026-03-01', 7_020_000), paid('2026-08-01', 7_590_000)], FIVE, null],
  ])('%s', (_name, copayments, five, exemptFrom) => {
    const answer = decideCopayment(copayments, five, TODAY)
    expect([answer.exemptFrom, answer.exemptTo]).toEqual([exemptFrom, exemptFrom === null ? null : '2026-12-31'])
  })
  it('tells what was paid and what it weighs today', () =>
    expect(decideCopayment([paid('2026-03-01', 2_340_000)], null, TODAY)).toMatchObject({
      totalVnd: 2_340_000,
      convertedVnd: 2_530_000,
      hasFiveYears: false,
    }))
  it('never turns an exemption back within the year, nor with a further payment', () => {
    const any = fc
      .tuple(fc.integer({ min: 0, max: 329 }), fc.integer({ min: 1, max: 20_000_000 }))
      .map(([days, amount]) => paid(addDays('2026-01-01', days), amount))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), any, fc.integer({ min: 0, max: 360 }), (copayments, more, days) => {
        const on = addDays('2026-01-01', days)
        const then = decideCopayment(copayments, FIVE, on).exemptFrom
        if (then === null) return
        expect(decideCopayment(copayments, FIVE, '2026-12-31').exemptFrom).toBe(then)
        expect((decideCopayment([...copayments, more], FIVE, on).exemptFrom ?? '9') <= then).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
