import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formatFormCode, makeFormCode, parseFormCode, parseScannedFormCode } from './index.ts'
import { holdsOffensiveWord } from '../codes/offensive-words.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const bytes = fc.uint8Array({ minLength: 9, maxLength: 9 })
const formCode = bytes.map(makeFormCode).filter((code) => code !== null)

describe('a form code', () => {
  it('is ten characters without I, L, O, U and reads back as itself, typed in any fashion', () => {
    fc.assert(
      fc.property(formCode, (code) => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/u)
        const sloppy = ` ${formatFormCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `
        expect(parseFormCode(sloppy)).toEqual({ ok: true, formCode: code })
      }),
    )
  })
  it('finds every single wrong character, exhaustively for 200 codes', () => {
    fc.assert(
      fc.property(formCode, (code) => {
        for (let at = 0; at < 10; at += 1) {
          for (const wrong of ALPHABET) {
            if (wrong === code[at]) continue
            expect(parseFormCode(code.slice(0, at) + wrong + code.slice(at + 1))).toEqual({ ok: false, code: 'form-code-check' })
          }
        }
      }),
      { numRuns: 200 },
    )
  })
  it('finds every exchange of two different characters, neighbours or not', () => {
    fc.assert(
      fc.property(formCode, (code) => {
        for (let first = 0; first < 10; first += 1) {
          for (let second = first + 1; second < 10; second += 1) {
            if (code[first] === code[second]) continue
            const signs = [...code]
            ;[signs[first], signs[second]] = [code[second] ?? '', code[first] ?? '']
            expect(parseFormCode(signs.join(''))).toEqual({ ok: false, code: 'form-code-check' })
          }
        }
      }),
      { numRuns: 500 },
    )
  })
  it('finds every exchange of every pair of neighbours, whatever their place: the algebra, not a sample', () => {
    for (const first of ALPHABET) {
      for (const second of ALPHABET) {
        if (first === second) continue
        for (let at = 0; at < 8; at += 1) {
          const plain = makeCheckable('0'.repeat(at) + first + second + '0'.repeat(7 - at))
          const swapped = '0'.repeat(at) + second + first + '0'.repeat(7 - at) + plain.slice(-1)
          expect(parseFormCode(swapped).ok).toBe(false)
        }
      }
    }
  })
  it.each([
    ['', 'form-code-length'],
    ['ABC', 'form-code-length'],
    ['ABCDE-FGHJKM', 'form-code-length'],
    ['ABCDU-FGHJK', 'form-code-character'],
    ['ABCD!-FGHJK', 'form-code-character'],
    ['ABCDÉ-FGHJK', 'form-code-character'],
  ])('%s is refused as %s', (text, code) => expect(parseFormCode(text)).toEqual({ ok: false, code }))
  it('needs nine random bytes', () => expect(() => makeFormCode(new Uint8Array(8))).toThrow(RangeError))
  it('uses each character about equally often at each place', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 256; byte += 1) {
      const sign = ALPHABET.charAt(byte & 31)
      counts.set(sign, (counts.get(sign) ?? 0) + 1)
    }
    expect(new Set(counts.values())).toEqual(new Set([8]))
  })
})

/** A code with a right check character for a payload, found by trying: independent of how the rule computes it. */
const makeCheckable = (payload: string): string => {
  const found = [...ALPHABET].filter((sign) => parseFormCode(payload + sign).ok)
  expect(found).toHaveLength(1)
  return payload + found.join('')
}

describe('an offensive form code', () => {
  it.each(['XXFVCK0000', 'XX0D1TM3XX', '0000SH1T00', 'ABCVC1DEFG', 'XXBV01XXXX', 'DE0XXXXXXX', 'XXX455XXXX', 'C4CXXXXXXX'])(
    '%s is drawn again',
    (code) => expect(holdsOffensiveWord(code)).toBe(true),
  )
  it('makes few draws vain', () => {
    let vain = 0
    fc.assert(
      fc.property(bytes, (any) => void (vain += makeFormCode(any) === null ? 1 : 0)),
      { numRuns: 5000 },
    )
    expect(vain / 5000).toBeLessThan(0.1)
  })
  it('is never made', () => {
    fc.assert(
      fc.property(formCode, (code) => !holdsOffensiveWord(code)),
      { numRuns: 2000 },
    )
  })
})

describe('a scanned form code', () => {
  it('is the end of the printed address', () => {
    const code = makeCheckable('7K2M9XQ4R')
    for (const text of [code, `https://ansinh.example.invalid/to-khai/${code}`, `https://ansinh.example.invalid/t?c=${code}\r\n`]) {
      expect(parseScannedFormCode(text)).toEqual({ ok: true, formCode: code })
    }
  })
  it('is restored where Telex rewrote it', () => {
    const code = makeCheckable('7AA2DD9EE')
    const rewritten = code.replace('AA', 'Â').replace('DD', 'Đ').replace('EE', 'Ê')
    expect(parseScannedFormCode(rewritten)).toEqual({ ok: true, formCode: code })
  })
  it('is restored where VNI swallowed a digit', () => {
    const code = makeCheckable('7K2A1XQ4R')
    expect(parseScannedFormCode(code.replace('A1', 'Á'))).toEqual({ ok: true, formCode: code })
  })
  it('is not guessed where two originals pass the check', () => {
    expect(makeCheckable('AAAADDAX7')).toBe('AAAADDAX7D')
    expect(parseScannedFormCode('ÂÂĐÃ7D')).toEqual({ ok: false, code: 'form-code-length' })
  })
  it('never comes out as another code with a wrong check character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const parsed = parseScannedFormCode(text)
        if (parsed.ok) expect(parseFormCode(parsed.formCode)).toEqual(parsed)
      }),
    )
  })
})
