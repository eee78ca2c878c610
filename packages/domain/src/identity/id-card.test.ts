import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseIdCardQr, parseMrz } from './index.ts'

/** Outside vectors are read from here only; the authored fixtures beside them always run. */
const referenceFolder = process.env['ANSINH_REFERENCE_DIR'] ?? ''
const readVector = (name: string): unknown => JSON.parse(readFileSync(join(referenceFolder, 'domain/vectors', name), 'utf8'))
const isReferenceThere = existsSync(join(referenceFolder, 'domain/vectors'))
const SEX = { F: 'female', M: 'male' } as const

describe('the QR of the identity card', () => {
  const basic = '099194000027|012345678|Nguyễn Thị Thử Nghiệm|05031994|Nữ|Số 1 phố Mẫu, Phường Giả Định, Hà Nội|10052021'
  it('gives the seven fields', () => {
    expect(parseIdCardQr(basic)).toEqual({
      ok: true,
      idCard: {
        nationalId: '099194000027',
        legacyId: '012345678',
        fullName: 'Nguyễn Thị Thử Nghiệm',
        bornOn: '1994-03-05',
        sex: 'female',
        address: 'Số 1 phố Mẫu, Phường Giả Định, Hà Nội',
        issuedOn: '2021-05-10',
      },
    })
  })
  it.each([
    ['a scanner’s line end', `${basic}\r\n`, {}],
    ['a byte-order mark', `\uFEFF${basic}`, {}],
    ['backslashes for pipes', basic.replaceAll('|', '\\'), {}],
    ['đ for 0', basic.replaceAll('0', 'đ').replace('Số', 'Số'), {}],
    ['decomposed text', basic.normalize('NFD'), {}],
    ['no former number', basic.replace('012345678', ''), { legacyId: null }],
    ['a former number of twelve digits', basic.replace('012345678', '099194000035'), { legacyId: '099194000035' }],
    ['six fields', basic.split('|').slice(0, 6).join('|'), { issuedOn: null }],
    ['more fields than seven', `${basic}||x|y`, {}],
    ['a birth year only', basic.replace('05031994', '1994'), { bornOn: '1994' }],
    ['a birth month only', basic.replace('05031994', '031994'), { bornOn: '1994-03' }],
    ['an empty day of issue', basic.replace('10052021', ''), { issuedOn: null }],
  ])('is read with %s', (_what, raw, expected) => {
    const parsed = parseIdCardQr(raw)
    expect(parsed).toMatchObject({ ok: true, idCard: { nationalId: '099194000027', fullName: 'Nguyễn Thị Thử Nghiệm', ...expected } })
  })
  it.each([
    ['', 'id-card-qr-empty'],
    ['https://example.invalid/', 'id-card-qr-fields'],
    ['1|2|3|4|5', 'id-card-qr-fields'],
    [basic.replace('099194000027', '9900000027'), 'id-card-qr-national-id'],
    [basic.replace('Nguyễn', '1337'), 'id-card-qr-name'],
    [basic.replace('05031994', '30021994'), 'id-card-qr-birth-date'],
    [basic.replace('05031994', ''), 'id-card-qr-birth-date'],
    [basic.replace('Nữ', '?'), 'id-card-qr-sex'],
    [basic.replace('Hà Nội', 'Hà\u202ENội'), 'id-card-qr-forbidden-character'],
    ['|'.repeat(5000), 'id-card-qr-too-long'],
  ])('%# is refused as %s', (raw, code) => expect(parseIdCardQr(raw)).toEqual({ ok: false, code }))
  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (raw) => void parseIdCardQr(raw)))
  })
  it.skipIf(!isReferenceThere)('agrees with the outside vectors (skipped: set ANSINH_REFERENCE_DIR)', () => {
    type Vector = {
      raw: string
      expect: { id?: string; oldId?: string | null; name?: string; dob?: string; sex?: 'F' | 'M'; address?: string; issued?: string }
    }
    for (const { raw, expect: wanted } of readVector('cccd-qr.json') as Vector[]) {
      const parsed = parseIdCardQr(raw)
      if (!parsed.ok) throw new Error(parsed.code)
      const { idCard } = parsed
      const seen = { id: idCard.nationalId, oldId: idCard.legacyId, name: idCard.fullName, dob: idCard.bornOn, issued: idCard.issuedOn }
      const { sex, address, ...plain } = wanted
      expect(seen).toMatchObject(plain)
      expect(idCard).toMatchObject({ ...(sex && { sex: SEX[sex] }), ...(address && { address }) })
    }
  })
})

describe('the machine-readable zone', () => {
  const lines = ['IDVNM1940000271099194000027<<7', '9403051F3403059VNM<<<<<<<<<<<6', 'NGUYEN<<THI<THU<NGHIEM<<<<<<<<']
  it('gives the holder', () => {
    expect(parseMrz(lines)).toEqual({
      ok: true,
      mrz: {
        documentNumber: '194000027',
        nationalId: '099194000027',
        surname: 'NGUYEN',
        givenNames: 'THI THU NGHIEM',
        bornOn: '1994-03-05',
        sex: 'female',
        expiresOn: '2034-03-05',
        failedChecks: [],
      },
    })
  })
  it('is read as one text, with spaces and small letters', () => expect(parseMrz(lines.join('\n').toLowerCase()).ok).toBe(true))
  it('takes the century of birth from the id', () => {
    expect(parseMrz(['IDVNM2000000185099200000018<<1', '0001018M4001016VNM<<<<<<<<<<<0', 'TRAN<<BINH<<<<<<<<<<<<<<<<<<<<'])).toMatchObject({
      mrz: { bornOn: '2000-01-01', sex: 'male', expiresOn: '2040-01-01' },
    })
  })
  it('of a card without expiry has fillers there, with a check digit or without', () => {
    const lines3 = ['IDVNM0550000169099055000016<<5', '5506079M<<<<<<0VNM<<<<<<<<<<<6', 'LE<<VAN<CU<<<<<<<<<<<<<<<<<<<<']
    expect(parseMrz(lines3)).toMatchObject({ mrz: { surname: 'LE', givenNames: 'VAN CU', bornOn: '1955-06-07', expiresOn: null } })
    const withoutCheck = ['IDVNM0550000169099055000016<<5', '5506079M<<<<<<<VNM<<<<<<<<<<<6', 'LE<<VAN<CU<<<<<<<<<<<<<<<<<<<<']
    expect(parseMrz(withoutCheck)).toMatchObject({ mrz: { expiresOn: null } })
    const wrongCheck = lines3.map((line) => line.replace('M<<<<<<0', 'M<<<<<<7'))
    expect(parseMrz(wrongCheck)).toMatchObject({ ok: true, mrz: { failedChecks: ['mrz-expiry-check', 'mrz-composite-check'] } })
  })
  it('with good checks and a day that does not exist is refused', () => {
    expect(parseMrz(['IDVNM0550000169099055000016<<5', '5506079M9913323VNM<<<<<<<<<<<4', 'LE<<VAN<CU<<<<<<<<<<<<<<<<<<<<'])).toEqual({
      ok: false,
      code: 'mrz-expiry',
    })
  })
  it('finds any single wrong digit of numbers and dates', () => {
    const at = fc.constantFrom(5, 8, 13, 14, 15, 20, 26, 29, 30, 33, 36, 38, 41, 44, 59)
    fc.assert(
      fc.property(at, fc.integer({ min: 1, max: 9 }), (place, add) => {
        const text = lines.join('')
        const wrong = String((Number(text[place]) + add) % 10)
        const read = parseMrz(text.slice(0, place) + wrong + text.slice(place + 1))
        expect(read.ok && read.mrz.failedChecks.length === 0).toBe(false)
      }),
    )
  })
  it.each([
    [['x'], 'mrz-shape'],
    [[lines[0] ?? '', lines[1] ?? ''], 'mrz-shape'],
    [lines.map((line) => line.replace('VNM', 'UTO')), 'mrz-not-vietnamese'],
    [[lines[0]?.replace('VNM', 'UTO') ?? '', lines[1] ?? '', lines[2] ?? ''], 'mrz-not-vietnamese'],
    [[lines[0] ?? '', lines[1]?.replace('VNM', 'UTO') ?? '', lines[2] ?? ''], 'mrz-not-vietnamese'],
    [[lines[0]?.replace('ID', 'PD') ?? '', lines[1] ?? '', lines[2] ?? ''], 'mrz-not-vietnamese'],
  ])('case %# is refused', (bad, code) => expect(parseMrz(bad)).toEqual({ ok: false, code }))
  it.skipIf(!isReferenceThere)('agrees with the outside vectors (skipped: set ANSINH_REFERENCE_DIR)', () => {
    type Vector = { lines: string[]; expect: Record<string, string> }
    for (const { lines: outside, expect: wanted } of readVector('mrz-td1.json') as Vector[]) {
      expect(parseMrz(outside)).toEqual({
        ok: true,
        mrz: {
          documentNumber: wanted['documentNumber'],
          nationalId: wanted['idNumber'],
          surname: wanted['surname'],
          givenNames: wanted['given'],
          bornOn: wanted['birth'],
          sex: wanted['sex'] === 'F' ? 'female' : 'male',
          expiresOn: wanted['expiry'],
          failedChecks: [],
        },
      })
    }
  })
})
