import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formatHealthCardQr, parseHealthCardQr, type HealthCardQr, type ScannedHealthCard } from './index.ts'

const CARD: HealthCardQr = {
  insuranceNumber: '9900000035',
  fullName: 'Trần Đạt Giả Lập',
  bornOn: '1988-03-29',
  sex: 'male',
  registeredFacilityCode: '79999',
  validFrom: '2023-07-01',
  validTo: null,
  issuedOn: '2023-07-31',
  managingCode: null,
  guardianName: null,
  areaCode: null,
  continuousSince: '2027-10-01',
  coverageLevel: 4,
  issuingOfficeName: 'Quận Ví Dụ, Thành phố Hồ Chí Minh',
}
const TEXT =
  '9900000035|5472e1baa76e20c490e1baa174204769e1baa3204ce1baad70|29/03/1988|1|-|79 - 999|01/07/2023|-|31/07/2023|-|-|4|01/10/2027|-|4|5175e1baad6e2056c3ad2044e1bba52c205468c3a06e68207068e1bb912048e1bb93204368c3ad204d696e68|$'

const read = (raw: string): ScannedHealthCard => {
  const parsed = parseHealthCardQr(raw)
  if (!parsed.ok) throw new Error(parsed.code)
  return parsed.card
}

describe('the text in the QR of a card', () => {
  it('has seventeen segments, hex in lower case, a dash for what is missing, and no invented check string', () => {
    expect(formatHealthCardQr(CARD)).toBe(TEXT)
    expect(TEXT.split('|')).toHaveLength(17)
    expect(TEXT.split('|')[13]).toBe('-')
  })

  const letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐÊGHKLMNOÔƠPQRSTƯVXYắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựíìỉĩị'
  const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 7 })
  const name = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' ').normalize('NFC'))
  const day = fc
    .date({ min: new Date('1920-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const anyCard: fc.Arbitrary<HealthCardQr> = fc.record({
    insuranceNumber: fc.integer({ min: 0, max: 99_999_999 }).map((number) => `99${String(number).padStart(8, '0')}`),
    fullName: name,
    bornOn: fc.oneof(
      day,
      day.map((date) => date.slice(0, 7)),
      day.map((date) => date.slice(0, 4)),
    ),
    sex: fc.constantFrom('male', 'female'),
    registeredFacilityCode: fc.option(fc.constantFrom('01001', '79999', '99C54')),
    validFrom: fc.option(day),
    validTo: fc.option(day),
    issuedOn: fc.option(day),
    managingCode: fc.option(fc.constant('99019900000035')),
    guardianName: fc.option(name),
    areaCode: fc.option(fc.constantFrom('K1', 'K2', 'K3')),
    continuousSince: fc.option(day),
    coverageLevel: fc.option(fc.constantFrom(1, 2, 3, 4, 5)),
    issuingOfficeName: fc.option(name),
  })
  it('says the same when it is read again', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(read(formatHealthCardQr(card))).toEqual({ ...card, healthCardNumber15: null, address: null, check: null })
      }),
    )
  })
  it('survives a scanner that types behind Telex', () => {
    const typed = TEXT.replaceAll('aaf', 'ầ').replaceAll('aa', 'â').replaceAll('dd', 'đ').replaceAll('ee', 'ê').replaceAll('af', 'à')
    expect(typed).not.toBe(TEXT)
    expect(read(typed).fullName).toBe(CARD.fullName)
    expect(read(typed).issuingOfficeName).toBe(CARD.issuingOfficeName)
  })
  it('is read with a space before a date, one-digit days, another end mark, or without one', () => {
    const loose = TEXT.replace('|01/10/2027|', '| 1/10/2027|').replace('79 - 999', '79 – 999')
    for (const raw of [loose, loose.replace('$', '#'), loose.slice(0, -2), `${loose}\n`]) expect(read(raw)).toMatchObject(CARD)
  })
  it('is read from old prints whose names are UTF-16', () => {
    const utf16 = [...'Lê Bé'].map((letter) => {
      const code = letter.charCodeAt(0).toString(16).padStart(4, '0')
      return code.slice(2) + code.slice(0, 2)
    })
    expect(read(TEXT.replace(/\|[^|]+/u, `|${utf16.join('')}`)).fullName).toBe('Lê Bé')
  })
  it.each([
    ['9900000035|4e67|01/01/1990', 'health-card-qr-too-short'],
    [TEXT.replace('9900000035', '990000003'), 'health-card-qr-number'],
    [TEXT.replace('|5472', '|5472e'), 'health-card-qr-name'],
    [TEXT.replace('29/03/1988', '31/02/1988'), 'health-card-qr-birth-date'],
    [TEXT.replace('|1|', '|3|'), 'health-card-qr-sex'],
    ['9'.repeat(3000), 'health-card-qr-too-long'],
  ])('is refused as %s: %s', (raw, code) => {
    expect(parseHealthCardQr(raw)).toEqual({ ok: false, code })
  })
})

type Vector = { id: string; raw: string; expect: Readonly<Record<string, string | null>> }
const path = join(process.env['ANSINH_REFERENCE_DIR'] ?? '', 'domain/vectors/bhyt-qr.json')

describe.skipIf(!existsSync(path))('the outside vectors of the card’s QR (skipped: set ANSINH_REFERENCE_DIR)', () => {
  // Outside text, shaped as the file beside it says; every expectation below fails when it is not.
  const readVectors = (): Vector[] => JSON.parse(readFileSync(path, 'utf8')) as Vector[]
  const toExpected = (card: ScannedHealthCard): Readonly<Record<string, string | null>> => ({
    layout: card.healthCardNumber15 === null ? 'B' : 'A',
    card: card.healthCardNumber15,
    bhxh: card.insuranceNumber,
    name: card.fullName,
    dob: card.bornOn,
    sex: card.sex === 'male' ? 'M' : 'F',
    address: card.address,
    facility: card.registeredFacilityCode,
    from: card.validFrom,
    to: card.validTo,
    issued: card.issuedOn,
    managing: card.managingCode,
    parent: card.guardianName,
    area: card.areaCode === null ? '4' : card.areaCode.slice(1),
    fiveYear: card.continuousSince,
    check: card.check,
    level: card.coverageLevel === null ? null : String(card.coverageLevel),
    office: card.issuingOfficeName,
  })
  it('are read as they say', () => {
    const vectors = readVectors()
    expect(vectors.length).toBeGreaterThan(3)
    for (const { id, raw, expect: expected } of vectors) {
      if (expected['error'] === undefined) expect([id, toExpected(read(raw))]).toMatchObject([id, expected])
      else expect([id, parseHealthCardQr(raw).ok]).toEqual([id, false])
    }
  })
  it('of today’s layout are written again letter for letter, but for the space and the State’s check string', () => {
    const todays = readVectors().filter(({ expect: { layout } }) => layout === 'B')
    expect(todays.length).toBeGreaterThan(0)
    for (const { raw } of todays) {
      const fields = raw.replaceAll('| ', '|').split('|')
      expect(formatHealthCardQr(read(raw))).toBe(fields.with(13, '-').join('|'))
    }
  })
})
