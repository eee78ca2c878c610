import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  CLAIM_FIELDS,
  compareSums,
  DISCHARGE_CODES,
  formatHundredths,
  parseHundredths,
  readClaim,
  REASON_CODES,
  RESULT_CODES,
  VISIT_KIND_CODES,
  wordOfCode,
} from './index.ts'

const directory = process.env['ANSINH_REFERENCE_DIR'] ?? ''
type Dictionary = { tables: Record<string, { name: string; type: string; max: string }[]> }

describe.skipIf(directory === '')('against the claim dictionary of QĐ 4750 (ANSINH_REFERENCE_DIR)', () => {
  // The body of a skipped block runs too.
  const dictionary =
    directory === '' ? '{"tables":{}}' : readFileSync(join(directory, 'domain/vectors/claim-dictionary-qd4750.json'), 'utf8')
  const { tables } = JSON.parse(dictionary) as Dictionary
  it.each(Object.entries(tables))('%s has the same fields in the same order, types and lengths', (table, fields) => {
    const due = fields.map(({ name, type, max }) => ({ name, type, max: max === 'n' ? null : Number(max) }))
    expect(CLAIM_FIELDS[table as keyof typeof CLAIM_FIELDS]).toEqual(due)
  })
  it('and no table is missing', () => expect(Object.keys(CLAIM_FIELDS)).toEqual(Object.keys(tables)))
})

describe('amounts of a claim', () => {
  it.each([
    ['150300', 15_030_000],
    ['150300.5', 15_030_050],
    ['150300.00', 15_030_000],
    ['0.005', 1],
    ['', 0],
    ['-1', null],
    ['1.500.000', null],
    ['1e5', null],
  ])('%s is %s hundredths', (text, due) => expect(parseHundredths(text)).toBe(due))
  it('come back as they were, to the last hundredth of 13 digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (amount) => {
        expect(parseHundredths(formatHundredths(amount))).toBe(amount)
      }),
    )
  })
})

const line = fc.record({ fundVnd: fc.nat(1e9), copaymentVnd: fc.nat(1e9), ownVnd: fc.nat(1e9), otherVnd: fc.nat(1e9) })
const lines = fc.array(
  line.map((parts) => ({ ...parts, amountVnd: parts.fundVnd + parts.copaymentVnd + parts.ownVnd + parts.otherVnd })),
  { minLength: 1, maxLength: 40 },
)
const totalsOf = (all: { amountVnd: number; fundVnd: number; copaymentVnd: number; ownVnd: number; otherVnd: number }[]) => {
  const sum = (part: keyof (typeof all)[number]) => all.reduce((total, one) => total + one[part], 0)
  const [fundVnd, copaymentVnd] = [sum('fundVnd'), sum('copaymentVnd')]
  return {
    totalVnd: sum('amountVnd'),
    coveredVnd: fundVnd + copaymentVnd,
    fundVnd,
    copaymentVnd,
    ownVnd: sum('ownVnd'),
    otherVnd: sum('otherVnd'),
  }
}

describe('sums of a visit', () => {
  it('agree when every total is the sum of the lines', () => {
    fc.assert(
      fc.property(lines, (all) => {
        expect(compareSums(totalsOf(all), all)).toEqual([])
      }),
    )
  })
  it('differ by a single hundredth in whichever total, and say by how much', () => {
    const names = fc.constantFrom('totalVnd', 'fundVnd', 'copaymentVnd', 'ownVnd', 'otherVnd')
    fc.assert(
      fc.property(lines, names, (all, name) => {
        const right = totalsOf(all)
        const [first] = compareSums({ ...right, [name]: right[name as 'totalVnd'] + 1 }, all)
        expect(first).toEqual({ total: name, by: 'lines', stated: right[name as 'totalVnd'] + 1, due: right[name as 'totalVnd'] })
      }),
    )
  })
  it('without lines ask the formula of the fund’s share only', () => {
    const totals = { totalVnd: 100, coveredVnd: 100, fundVnd: 80, copaymentVnd: 20, ownVnd: 0, otherVnd: 0 }
    expect(compareSums(totals, [])).toEqual([])
    expect(compareSums({ ...totals, fundVnd: 81 }, [])).toEqual([{ total: 'fundVnd', by: 'formula', stated: 81, due: 80 }])
  })
})

const SUMMARY = {
  MA_LK: '9901',
  HO_TEN: 'NGUYỄN THỊ THỬ',
  SO_CCCD: '099194000019',
  NGAY_SINH: '199403050000',
  MA_THE_BHYT: 'DN4999900000019;GD4999900000019',
  MA_DKBD: '01999;01998',
  GT_THE_TU: '20250101;20260101',
  GT_THE_DEN: '20251231;20261231',
  CHAN_DOAN_RV: ' Viêm họng\n cấp ',
  MA_BENH_CHINH: 'J02.9',
  MA_BENH_KT: 'I10;E11',
  MA_DOITUONG_KCB: '1.1',
  NGAY_VAO: '202603101030',
  NGAY_RA: '202603101430',
  KET_QUA_DTRI: '1',
  MA_LOAI_RV: '1',
  MA_LOAI_KCB: '01',
  MA_CSKCB: '01999',
  T_TONGCHI_BV: '200000',
  T_TONGCHI_BH: '200000',
  T_BNCCT: '40000',
  T_BHTT: '160000',
}
const read = (summary: Record<string, string>, more: [string, Record<string, string>[]][] = []) =>
  readClaim({
    facilityCode: '79999',
    records: new Map([['XML1', [summary]], ...more] as [keyof typeof CLAIM_FIELDS, Record<string, string>[]][]),
  })

describe('a claim', () => {
  it('keeps several cards of one stay apart, each with its place and period', () => {
    expect(read(SUMMARY).claim.visit?.cards).toEqual([
      { number: 'DN4999900000019', registeredFacilityCode: '01999', validFrom: '2025-01-01', validTo: '2025-12-31' },
      { number: 'GD4999900000019', registeredFacilityCode: '01998', validFrom: '2026-01-01', validTo: '2026-12-31' },
    ])
  })
  it('says whose, where, when and why in our words', () => {
    const { claim, faults } = read(SUMMARY)
    expect(faults).toEqual([])
    expect(claim).toMatchObject({ facilityCode: '01999', visitKey: '9901', bornOn: '1994-03-05', nationalId: '099194000019' })
    expect(claim.visit).toMatchObject({
      layout: 'qd4750',
      admittedAt: '2026-03-10T10:30',
      diagnosis: 'Viêm họng cấp',
      fundVnd: '160000.00',
    })
  })
  it('in the names of QĐ 4210 says the same', () => {
    const { MA_THE_BHYT, CHAN_DOAN_RV, MA_BENH_CHINH, MA_DOITUONG_KCB: _right, T_TONGCHI_BV, T_TONGCHI_BH: _covered, ...same } = SUMMARY
    const old = { MA_THE: MA_THE_BHYT, TEN_BENH: CHAN_DOAN_RV, MA_BENH: MA_BENH_CHINH, MA_LYDO_VVIEN: '2', T_TONGCHI: T_TONGCHI_BV }
    const { claim, faults } = read({ ...same, ...old, NGAY_SINH: '1994', MA_LOAI_KCB: '1' })
    expect(faults).toEqual([])
    expect(claim).toMatchObject({ bornOn: '1994', cardNumbers: ['DN4999900000019', 'GD4999900000019'] })
    expect(claim.visit).toMatchObject({ layout: 'qd4210', diagnosis: 'Viêm họng cấp', totalVnd: '200000.00', coveredVnd: '200000.00' })
    expect(wordOfCode(REASON_CODES, 'qd4210', '2')?.vi).toBe('Cấp cứu')
  })
  it('takes the envelope’s facility when it names none', () => expect(read({ ...SUMMARY, MA_CSKCB: '' }).claim.facilityCode).toBe('79999'))
  it.each([
    [{ NGAY_VAO: '202613101030' }, 'visit', 'not-a-date'],
    [{ NGAY_RA: '202603091430' }, 'visit', 'to-before-from'],
    [{ T_BHTT: 'nhiều' }, 'visit', 'not-a-number'],
    [{ MA_LK: '' }, 'visitKey', 'missing'],
    [{ NGAY_SINH: '19940231' }, 'bornOn', 'not-a-date'],
    [{ HO_TEN: '' }, 'fullName', 'missing'],
  ])('with %j is not taken', (change, column, code) =>
    expect(read({ ...SUMMARY, ...change }).faults).toContainEqual(expect.objectContaining({ column, code })),
  )
  it('without its summary is not taken', () => {
    const { faults } = readClaim({ facilityCode: null, records: new Map() })
    expect(faults).toContainEqual({ column: null, code: 'missing', value: 'XML1' })
  })
  it('with lines of another visit is not taken', () => {
    const { faults } = read(SUMMARY, [['XML2', [{ MA_LK: '9902', MA_THUOC: '40.1', TEN_THUOC: 'Thuốc' }]]])
    expect(faults).toEqual([{ column: 'visitKey', code: 'visit-key-differs', value: '9902' }])
  })
  it('never shows a diagnosis in a fault', () => {
    const { faults } = read({ ...SUMMARY, CHAN_DOAN_RV: `bệnh kín ${'x'.repeat(10_001)}` })
    expect(faults).toEqual([{ column: 'visit', code: 'too-long', value: 'CHAN_DOAN_RV' }])
  })
  it('whatever stands in its fields, is read or refused, never thrown', () => {
    const names = Object.values(CLAIM_FIELDS).flatMap((fields) => fields.map(({ name }) => name))
    const record = fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 60 }))
    const parts = fc.dictionary(fc.constantFrom(...Object.keys(CLAIM_FIELDS)), fc.array(record, { maxLength: 3 }))
    fc.assert(
      fc.property(parts, (records) => {
        const map = new Map(Object.entries(records)) as Parameters<typeof readClaim>[0]['records']
        expect(Array.isArray(readClaim({ facilityCode: null, records: map }).faults)).toBe(true)
      }),
    )
  })
})

describe('codes in words', () => {
  it('every list names its source and speaks both languages', () => {
    for (const lists of [RESULT_CODES, DISCHARGE_CODES, REASON_CODES, VISIT_KIND_CODES])
      for (const { source, words } of Object.values(lists)) {
        expect(source).toMatch(/^QĐ \d+/u)
        for (const { vi, en } of Object.values(words)) expect([vi.length > 1, en.length > 1]).toEqual([true, true])
      }
  })
  it('a code of a group that the list does not name has the group’s words, an unknown one none', () => {
    expect(wordOfCode(REASON_CODES, 'qd4750', '1.1')?.vi).toBe('Đúng nơi đăng ký ban đầu')
    expect(wordOfCode(REASON_CODES, 'qd4750', '1.7')?.vi).toBe('Đúng quy định')
    expect(wordOfCode(RESULT_CODES, 'qd4210', '6')).toBeNull()
  })
})
