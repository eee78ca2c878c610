import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  checkNationalId,
  formatPhoneVi,
  isInsuranceNumber,
  maskEmail,
  maskPhone,
  MOBILE_PREFIXES,
  parseIdentityNumber,
  parseNationalId,
  parsePersonName,
  parsePhone,
} from './index.ts'

describe('a national id', () => {
  it('tells province, sex and birth year', () => {
    expect(parseNationalId(' 099 194 000027 ')).toEqual({
      ok: true,
      nationalId: '099194000027',
      provinceCode: '099',
      sex: 'female',
      birthYear: 1994,
    })
    expect(parseNationalId('099205000018')).toMatchObject({ sex: 'male', birthYear: 2005 })
    expect(parseNationalId('100305000018')).toMatchObject({ provinceCode: '100', sex: 'female', birthYear: 2005 })
  })
  it.each([
    ['09919400002', 'national-id-length'],
    ['', 'national-id-length'],
    ['09919400002X', 'national-id-character'],
    ['٠99194000027', 'national-id-character'],
    ['003194000027', 'national-id-province'],
    ['000194000027', 'national-id-province'],
    ['097194000027', 'national-id-province'],
    ['099494000027', 'national-id-century'],
  ])('%s is refused as %s', (text, code) => expect(parseNationalId(text)).toEqual({ ok: false, code }))
  it('of somebody born abroad begins with a country code', () => expect(parseNationalId('266190000019')).toMatchObject({ ok: true }))
  it('that disagrees with birth year or sex is a finding, not a refusal', () => {
    expect(checkNationalId('099194000027', { bornOn: '1994-03-05', sex: 'female' })).toEqual([])
    expect(checkNationalId('099194000027', { bornOn: '1995', sex: 'male' })).toEqual([
      { code: 'national-id-birth-year-differs' },
      { code: 'national-id-sex-differs' },
    ])
    expect(checkNationalId('garbage', { sex: 'male' })).toEqual([])
  })
})

describe('an identity number', () => {
  it.each([
    ['insurance-number', '99 0000.0027', '9900000027'],
    ['national-id', '099194000027', '099194000027'],
    ['passport', ' c1234567 ', 'C1234567'],
    ['passport', 'AB123', 'AB123'],
    ['passport', 'AB1234567', 'AB1234567'],
    ['unknown', 'whatever', null],
  ] as const)('of kind %s is taken from %s', (kind, text, value) =>
    expect(parseIdentityNumber(kind, text)).toEqual({ ok: true, kind, value }),
  )
  it.each([
    ['insurance-number', '', 'identity-number-empty'],
    ['insurance-number', '990000002', 'insurance-number-length'],
    ['insurance-number', '99000000277', 'insurance-number-length'],
    ['insurance-number', '99000000O7', 'insurance-number-character'],
    ['insurance-number', '097194000027', 'insurance-number-length'],
    ['insurance-number', '099194000027', 'insurance-number-is-national-id'],
    ['insurance-number', 'DN4999900000019', 'insurance-number-is-card-number'],
    ['national-id', '012345678', 'national-id-is-old-id'],
    ['national-id', '9900000027', 'national-id-is-insurance-number'],
    ['national-id', '0991940000277', 'national-id-length'],
    ['passport', 'C123', 'passport-length'],
    ['passport', 'C12345678901', 'passport-length'],
    ['passport', 'Ç1234567', 'passport-character'],
  ] as const)('of kind %s, %s, is refused at once as %s', (kind, text, code) => {
    expect(parseIdentityNumber(kind, text)).toEqual({ ok: false, code })
  })
  it('never throws on any text', () => {
    const kind = fc.constantFrom('insurance-number', 'national-id', 'passport', 'unknown' as const)
    fc.assert(fc.property(kind, fc.string({ unit: 'binary' }), (any, text) => void parseIdentityNumber(any, text)))
  })
  it('of insurance is ten plain digits', () => {
    expect(isInsuranceNumber('9900000027')).toBe(true)
    expect(['990000002', '99000000270', '99000000२7', '9900000027\n'].some(isInsuranceNumber)).toBe(false)
  })
})

describe('a phone number', () => {
  it.each([
    '0951234567',
    '+84951234567',
    '84951234567',
    '0084 951 234 567',
    '(095) 123-4567',
    '095.123.4567',
    '+84 (0)951234567',
    '951234567',
  ])('is the same written %s', (text) => expect(parsePhone(text)).toEqual({ ok: true, phone: '+84951234567' }))
  it('of a VinaPhone line beginning with 84 is not taken for the country code', () => {
    expect(parsePhone('0841234567')).toEqual({ ok: true, phone: '+84841234567' })
    expect(parsePhone('841234567')).toEqual({ ok: true, phone: '+84841234567' })
    expect(parsePhone('+84841234567')).toEqual({ ok: true, phone: '+84841234567' })
  })
  it.each([
    ['', 'phone-empty'],
    ['hotline', 'phone-character'],
    ['+1 202 555 0100', 'phone-foreign'],
    ['095123456', 'phone-length'],
    ['09512345678', 'phone-length'],
    ['02437223968', 'phone-landline'],
    ['0601234567', 'phone-prefix'],
    ['9'.repeat(10_000), 'phone-length'],
  ])('%# is refused as %s', (text, code) => expect(parsePhone(text)).toEqual({ ok: false, code }))
  it('of before 2018 is answered with what it became', () => {
    expect(parsePhone('01621234567')).toEqual({ ok: false, code: 'phone-eleven-digits', suggestion: '+84321234567' })
    expect(parsePhone('01691234567')).toMatchObject({ suggestion: '+84391234567' })
    expect(parsePhone('01991234567')).toMatchObject({ suggestion: '+84591234567' })
  })
  it('is judged by the numbering plan of a day', () => {
    expect(parsePhone('0321234567', '2018-09-14')).toEqual({ ok: false, code: 'phone-prefix' })
    expect(parsePhone('0321234567', '2018-09-15').ok).toBe(true)
  })
  it('has one operator per prefix, and every row a source', () => {
    const all = MOBILE_PREFIXES.flatMap((row) => row.prefixes)
    expect(new Set(all).size).toBe(all.length)
    expect(MOBILE_PREFIXES.every((row) => row.source.length > 10 && (row.formerly ?? row.prefixes).length === row.prefixes.length)).toBe(
      true,
    )
  })
  it('is shown in groups, and masked so that only its owner knows it', () => {
    expect(formatPhoneVi('+84951234567')).toBe('095 123 4567')
    expect(maskPhone('+84951234567')).toBe('09••• ••567')
    expect(maskEmail('nguyen.thu@example.invalid')).toBe('n•••@example.invalid')
    expect(maskEmail('nothing')).toBe('•••')
  })
})

describe('a person’s name', () => {
  it.each([
    ['  Nguyễn   Thị\tThử ', 'Nguyễn Thị Thử'],
    ['Nguye\u0302\u0303n', 'Nguyễn'],
    ["Y'Bia Niê-Kđăm", "Y'Bia Niê-Kđăm"],
    ['H’Hen', 'H’Hen'],
    ['K. Brơi', 'K. Brơi'],
    ['Ý', 'Ý'],
  ])('%s is kept as %s', (text, fullName) => expect(parsePersonName(text)).toEqual({ ok: true, fullName }))
  it.each([
    ['', 'name-empty'],
    ['   ', 'name-empty'],
    ['An1', 'name-bad-character'],
    ['An\0', 'name-bad-character'],
    ['An\u202E', 'name-bad-character'],
    ['<b>An</b>', 'name-bad-character'],
    ['=1+1', 'name-bad-character'],
    ['a'.repeat(101), 'name-too-long'],
    ['ế'.repeat(10_000), 'name-too-long'],
  ])('%# is refused as %s', (text, code) => expect(parsePersonName(text)).toEqual({ ok: false, code }))
  it('of a hundred letters typed decomposed is not too long', () => {
    expect(parsePersonName('ế'.repeat(100).normalize('NFD'))).toEqual({ ok: true, fullName: 'ế'.repeat(100) })
  })
  it('cannot freeze the parser', () => {
    const started = performance.now()
    for (let turn = 0; turn < 1000; turn += 1) parsePersonName(`${'a '.repeat(49)}a!`)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
