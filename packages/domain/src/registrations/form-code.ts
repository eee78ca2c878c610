import { refused, type Refused } from '../values/index.ts'
import { holdsOffensiveWord } from './offensive-words.ts'

/** Nine random characters of five bits and a check character. */
export const FORM_CODE_RULE = { version: 'form-code-1', length: 10, randomBytes: 9 } as const

export type FormCodeRefusalCode = 'form-code-length' | 'form-code-character' | 'form-code-check'

/** Crockford base32: no I, L, O, U. The place of a character is its value as an element of GF(32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** x⁵ + x² + 1, primitive: the powers of x are 31 different non-zero weights. */
const POLYNOMIAL = 0b100101

/** Multiplies by x in GF(32). */
const timesX = (value: number): number => {
  const shifted = value << 1
  return shifted & 0b100000 ? shifted ^ POLYNOMIAL : shifted
}

/**
 * Horner's scheme: Σ x^(n−1−i)·cᵢ over GF(32). A whole code has the sum 0. One wrong character adds weight·error ≠ 0; exchanging two different
 * characters adds (weight + weight′)(a + b) ≠ 0, because all weights differ. So every single error and every transposition, of neighbours
 * or not, is found; other errors pass with chance 1/32.
 */
const syndrome = (values: readonly number[]): number => values.reduce((sum, value) => timesX(sum) ^ value, 0)

/** The last weight is x⁰ = 1, so the check character is the sum of the others, shifted once. */
const checkCharacter = (payload: string): string => ALPHABET.charAt(timesX(syndrome(Array.from(payload, (sign) => ALPHABET.indexOf(sign)))))

/** Nine random bytes → form code; null when it would show an offensive word and the caller must draw again. Throws RangeError on fewer bytes. */
export const makeFormCode = (randomBytes: Uint8Array): string | null => {
  if (randomBytes.length < FORM_CODE_RULE.randomBytes) throw new RangeError('a form code needs 9 random bytes')
  const payload = Array.from(randomBytes.subarray(0, FORM_CODE_RULE.randomBytes), (byte) => ALPHABET.charAt(byte & 31)).join('')
  const formCode = payload + checkCharacter(payload)
  return holdsOffensiveWord(formCode) ? null : formCode
}

/** What was typed or read aloud → form code. Small letters, spaces and hyphens are fine; I and L are read as 1, O as 0. */
export const parseFormCode = (text: string): { readonly ok: true; readonly formCode: string } | Refused<FormCodeRefusalCode> => {
  const compact = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s‐–—_.-]/gu, '')
  if (Array.from(compact).length !== FORM_CODE_RULE.length) return refused('form-code-length')
  const formCode = compact.replace(/[IL]/gu, '1').replaceAll('O', '0')
  const values = Array.from(formCode, (sign) => ALPHABET.indexOf(sign))
  if (values.includes(-1)) return refused('form-code-character')
  return syndrome(values) === 0 ? { ok: true, formCode } : refused('form-code-check')
}

/** `XXXXX-XXXXX`, as printed. */
export const formatFormCode = (formCode: string): string => `${formCode.slice(0, 5)}-${formCode.slice(5)}`
