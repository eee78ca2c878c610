import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { decideSmsEncoding, findForbiddenCharacter, foldForSms, foldText, normaliseText, toneKey } from './index.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 60 })
const vietnamese = fc.string({
  unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ ĐƯỚỄ'),
  maxLength: 40,
})

describe('the stored form of a text', () => {
  it('is NFC with single spaces and without invisible characters', () => {
    expect(normaliseText('  Nguye\u0302\u0303n\u00A0\t Thi\u0323\u200B  Thử\uFEFF ')).toBe('Nguyễn Thị Thử')
  })
  it('does not change when normalised again', () => {
    fc.assert(fc.property(text, (any) => void expect(normaliseText(normaliseText(any))).toBe(normaliseText(any))))
  })
})

describe('the search form of a text', () => {
  it.each([
    ['NGUYỄN  Đức Ái', 'nguyen duc ai'],
    ['Đặng Thị Ðào', 'dang thi dao'],
    ['Hoà', 'hoa'],
    ['İstanbul', 'istanbul'],
  ])('folds %s to %s', (from, to) => expect(foldText(from)).toBe(to))
  it('is the same for composed and decomposed text', () => {
    fc.assert(fc.property(vietnamese, (any) => void expect(foldText(any.normalize('NFD'))).toBe(foldText(any.normalize('NFC')))))
  })
  it('leaves only unaccented small letters of Vietnamese', () => {
    fc.assert(fc.property(vietnamese, (any) => void expect(foldText(any)).toMatch(/^[a-z ]*$/u)))
  })
  it('does not change when folded again', () => {
    fc.assert(fc.property(text, (any) => void expect(foldText(foldText(any))).toBe(foldText(any))))
  })
})

describe('the tone key', () => {
  it.each([
    ['Hoà', 'Hòa'],
    ['Thuý', 'Thúy'],
    ['KHOẺ', 'khỏe'],
    ['Nguyễn Thị Hoà', 'nguyễn thị hòa'],
  ])('takes %s and %s for one spelling', (first, second) => expect(toneKey(first)).toBe(toneKey(second)))
  it.each([
    ['Hoà', 'Hoá'],
    ['Tú', 'Tư'],
    ['Đan', 'Dan'],
    ['Hà Hoa', 'Ha Hoà'],
  ])('keeps %s and %s apart', (first, second) => expect(toneKey(first)).not.toBe(toneKey(second)))
})

describe('a text for SMS', () => {
  it('loses its accents, keeps its capitals and takes plain signs', () => {
    expect(foldForSms('Mật khẩu “đầu tiên” – hạn 72 giờ… 5.000 ₫')).toBe('Mat khau "dau tien" - han 72 gio... 5.000 d')
  })
  it('always travels as GSM-7', () => {
    fc.assert(fc.property(text, (any) => void expect(decideSmsEncoding(foldForSms(any)).encoding).toBe('gsm7')))
  })
  it('shows what it cannot say as a question mark', () => expect(foldForSms('好 😀')).toBe('? ?'))
})

describe('the encoding of an SMS', () => {
  it.each([
    ['', 'gsm7', 1, 0],
    ['a'.repeat(160), 'gsm7', 1, 160],
    ['a'.repeat(161), 'gsm7', 2, 161],
    ['a'.repeat(306), 'gsm7', 2, 306],
    ['a'.repeat(307), 'gsm7', 3, 307],
    ['€'.repeat(80), 'gsm7', 1, 160],
    ['€'.repeat(81), 'gsm7', 2, 162],
    ['ố'.repeat(70), 'ucs2', 1, 70],
    ['ố'.repeat(71), 'ucs2', 2, 71],
    ['ố'.repeat(134), 'ucs2', 2, 134],
    ['ố'.repeat(135), 'ucs2', 3, 135],
    ['à', 'gsm7', 1, 1],
    ['á', 'ucs2', 1, 1],
    ['đ', 'ucs2', 1, 1],
  ] as const)('of case %# counts as the standard does', (sms, encoding, segments, units) => {
    expect(decideSmsEncoding(sms)).toEqual({ encoding, segments, units })
  })
  it('does not cut an escape pair in two: 76 pairs fit a part of 153', () => {
    expect(decideSmsEncoding('€'.repeat(153)).segments).toBe(3)
  })
})

describe('a forbidden character', () => {
  it.each([
    ['a\0b', { kind: 'nul', at: 1 }],
    ['😀\u202Eabc', { kind: 'bidi', at: 2 }],
    ['a\u0007', { kind: 'control', at: 1 }],
    ['ab\uD800', { kind: 'lone-surrogate', at: 2 }],
  ])('is found in case %#', (any, found) => expect(findForbiddenCharacter(any)).toEqual(found))
  it('is not a tab, a line break, an emoji or an accent', () => {
    expect(findForbiddenCharacter('Số 1\tphố Mẫu\r\nHà Nội 😀 e\u0301')).toBeNull()
  })
})
