import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  cellsApart,
  findFraudRule,
  findFraudSignals,
  type FraudFacts,
  FRAUD_SIGNAL_KINDS,
  FRAUD_SIGNAL_RULES,
  isHastyDay,
  judgeAddress,
  makePhotoPrint,
  PRINT_GRIDS,
  printBands,
  printDistance,
  PRINTED_KINDS,
  type PrintedKind,
} from './index.ts'

const rule = findFraudRule('2026-11-26')
const someone = (at: number, family = `f${at}`) => ({ registrationId: `r${at}`, subject: `s${at}`, family })
const CLEAN: FraudFacts = {
  self: someone(0),
  alikePhotos: [],
  onPhone: [someone(0)],
  onDevice: [],
  sameNumber: [],
  dead: false,
  merged: false,
  numbersOfTwo: false,
  address: { street: 'Số 1 phố Mẫu', wardExists: true },
}
const kindsOf = (change: Partial<FraudFacts>): string[] => findFraudSignals({ ...CLEAN, ...change }, rule).map(({ kind }) => kind)
const many = (count: number, family?: string) => Array.from({ length: count }, (_, at) => someone(at, family))

describe('signals', () => {
  it('are none for an ordinary registration', () => expect(kindsOf({})).toEqual([]))
  it.each([
    ['a family of seven on one phone', { onPhone: many(7, 'f0') }, []],
    ['five strangers on one phone', { onPhone: many(5) }, []],
    ['six strangers on one phone', { onPhone: many(6) }, ['phone-of-strangers']],
    ['six strangers on one device', { onDevice: many(6) }, ['device-of-strangers']],
    ['one person registering nine times', { onDevice: Array.from({ length: 9 }, () => someone(0)) }, []],
    ['the dead', { dead: true }, ['person-dead']],
    ['a merged number', { merged: true }, ['number-merged']],
    ['numbers of two people', { numbersOfTwo: true }, ['numbers-of-two']],
    ['two who claim one number', { sameNumber: [someone(0), someone(4)] }, ['number-claimed-twice']],
    ['an invented street', { address: { street: 'asdfgh', wardExists: true } }, ['address-invented']],
  ])('for %s are: %s', (_what, change, kinds) => expect(kindsOf(change)).toEqual(kinds))
  it('tell the same picture of another person from that of oneself and of somebody alike', () => {
    const photo = (kind: PrintedKind, apart: number, change: { at?: number; related?: boolean } = {}) => ({
      ...someone(change.at ?? 1),
      kind,
      apart,
      related: change.related ?? false,
    })
    expect(kindsOf({ alikePhotos: [photo('portrait', 0.02)] })).toEqual(['portrait-shared'])
    expect(kindsOf({ alikePhotos: [photo('id-front', 0.02)] })).toEqual(['card-altered'])
    expect(kindsOf({ alikePhotos: [photo('portrait', 0.02, { at: 0 })] })).toEqual([])
    expect(kindsOf({ alikePhotos: [photo('portrait', 0.2)] })).toEqual([])
    // Cards of two people: one layout, another face and other lines; with the same name it is the same card.
    expect(kindsOf({ alikePhotos: [photo('id-front', 0.06)] })).toEqual([])
    expect(kindsOf({ alikePhotos: [photo('id-front', 0.06, { related: true })] })).toEqual(['card-altered'])
  })
  it('name the other registrations, never the own, and the rule that found them', () => {
    const [signal] = findFraudSignals({ ...CLEAN, onPhone: many(6) }, rule)
    expect(signal).toMatchObject({ measured: 6, others: ['r1', 'r2', 'r3', 'r4', 'r5'], ruleVersion: rule.version })
  })
  it('never grow fewer when one more stranger comes to the phone', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 12 }), fc.nat(12), (families, next) => {
        const circle = families.map((family, at) => ({ registrationId: `x${at}`, subject: `x${at}`, family: `f${family}` }))
        const before = kindsOf({ onPhone: circle })
        const after = kindsOf({ onPhone: [...circle, { registrationId: 'y', subject: 'y', family: `f${next}` }] })
        expect(before.every((kind) => after.includes(kind))).toBe(true)
      }),
    )
  })
  it('each say what to look at, without a word of guilt', () => {
    for (const kind of FRAUD_SIGNAL_KINDS) {
      const { title, look } = FRAUD_SIGNAL_RULES[kind]
      expect(`${title.vi} ${look.vi}`).not.toMatch(/tội|lừa đảo|gian/iu)
      expect(`${title.en} ${look.en}`).not.toMatch(/guilt|crim|fraudster/iu)
    }
  })
})

describe('an address', () => {
  it.each([
    'Số 1 phố Mẫu',
    'thôn 3',
    'Tổ 12, KP 4',
    '12/5B Nguyễn Trãi',
    'Ấp Bình Hoà',
    'KTX khu B',
    'KCN Sóng Thần, đường số 9',
    'Xóm Đình',
    'P.1203 CT2 KĐT Văn Khê',
    '1234 QL1A',
    'Bản Nậm Nghẹp',
    'Đội 7',
    '27',
    'Y Moan',
    'Buôn Kbu',
    'Plei Krông',
    'Nhà ông Đạt',
    'Vinhomes Ocean Park, S2.05',
    'Times City T11',
    'The Manor, Mỹ Đình',
    'KCN Thăng Long, Cty TNHH Mẫu',
    'Ngõ 12 phố Nghĩa Tân',
    '11/111 Lê Lợi',
    'Bản Pá Khôm',
  ])('may be: %s', (street) => expect(judgeAddress({ street, wardExists: true })).toBeNull())
  it.each([
    ['asdf', 'nonsense'],
    ['lakjsdfh sdkjfh', 'nonsense'],
    ['wfjze', 'nonsense'],
    ['N/A', 'placeholder'],
    ['Không có', 'placeholder'],
    ['test', 'placeholder'],
    ['-', 'placeholder'],
    ['qqqqqq', 'nonsense'],
    ['Số 99999 đường Mẫu', 'house-number'],
    ['Số 0 phố Mẫu', 'house-number'],
    ['dfghjk lkjhg', 'nonsense'],
    ['bcdfg xkcd', 'nonsense'],
  ])('cannot be: %s (%s)', (street, fault) => expect(judgeAddress({ street, wardExists: true })).toBe(fault))
  it('lies in a ward that exists', () => expect(judgeAddress({ street: 'Số 1 phố Mẫu', wardExists: false })).toBe('ward-unknown'))
})

describe('a clerk’s day', () => {
  const day = { approvals: 90, usualApprovals: 30, pauses: Array.from({ length: 89 }, () => 4) }
  it('is hasty with three times the usual and no pauses', () => expect(isHastyDay(day, rule)).toBe(true))
  it.each([
    ['many, but each looked at', { pauses: day.pauses.map(() => 60) }],
    ['fast, but as many as usual', { usualApprovals: 45 }],
    ['nobody to compare with', { usualApprovals: null }],
    ['hardly any', { approvals: 12, usualApprovals: 2 }],
  ])('is not: %s', (_what, change) => expect(isHastyDay({ ...day, ...change }, rule)).toBe(false))
  it('of a fast clerk at the headline’s pace is ordinary: 200 forms, 63 s each', () => {
    const pauses = Array.from({ length: 199 }, (_, at) => 40 + (at % 46))
    expect(isHastyDay({ approvals: 200, usualApprovals: 20, pauses }, rule)).toBe(false)
  })
})

describe('a picture’s print', () => {
  const pictureOf = (kind: PrintedKind) => {
    const cells = PRINT_GRIDS[kind].width * PRINT_GRIDS[kind].height
    return fc.array(fc.integer({ min: 10, max: 245 }), { minLength: cells, maxLength: cells })
  }
  it.each(PRINTED_KINDS)('of a %s is the same a little darker all over, and of a wall empty', (kind) => {
    fc.assert(
      fc.property(pictureOf(kind), fc.integer({ min: -9, max: 9 }), (grey, light) => {
        const { bits, cells } = makePhotoPrint(kind, grey)
        const other = makePhotoPrint(
          kind,
          grey.map((value) => value + light),
        )
        expect(bits).toMatch(kind === 'portrait' ? /^[01]{256}$/u : /^[01]{1024}$/u)
        expect(printDistance(bits, other.bits)).toBe(0)
        expect(cellsApart(cells, other.cells)).toBeLessThan(0.02)
        expect(
          makePhotoPrint(
            kind,
            grey.map((value) => 128 + (value % 2)),
          ).bits,
        ).not.toContain('1')
      }),
      { numRuns: 30 },
    )
  })
  it.each([
    ['portrait', 12],
    ['id-front', 16],
  ] as const)('of a %s is found by its bands when %i bits differ, nearly always', (kind, differing) => {
    let found = 0
    let tries = 0
    fc.assert(
      fc.property(
        pictureOf(kind),
        fc.uniqueArray(fc.nat(kind === 'portrait' ? 255 : 1023), { minLength: differing, maxLength: differing }),
        (grey, flips) => {
          const { bits } = makePhotoPrint(kind, grey)
          const other = Array.from(bits, (bit, at) => (flips.includes(at) ? String(1 - Number(bit)) : bit)).join('')
          expect(printDistance(bits, other)).toBe(differing)
          const bands = new Set(printBands(kind, bits))
          tries += 1
          found += printBands(kind, other).some((band) => bands.has(band)) ? 1 : 0
        },
      ),
      { numRuns: 200 },
    )
    expect(found / tries).toBeGreaterThan(0.97)
  })
  it.each(PRINTED_KINDS)('of a %s has 24 different bands that fit the database’s integer', (kind) => {
    fc.assert(
      fc.property(pictureOf(kind), (grey) => {
        const bands = printBands(kind, makePhotoPrint(kind, grey).bits)
        expect(new Set(bands).size).toBe(24)
        expect(bands.every((band) => Number.isInteger(band) && band >= 0 && band < 2 ** 31)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})
