import { refused, type Refused } from '../values/index.ts'
import { holdsOffensiveWord } from './offensive-words.ts'

export type CheckedCodeFault = 'length' | 'character' | 'check'

/** Crockford base32: no I, L, O, U. The place of a character is its value as an element of GF(32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** x⁵ + x² + 1, primitive: the powers of x are 31 different non-zero weights, so codes of up to 31 characters are covered. */
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

/** Values of 0 to 31 → their characters and the check character: for codes that carry something and are not drawn. */
export const checkedCodeOf = (values: readonly number[]): string => {
  const payload = values.map((value) => ALPHABET.charAt(value & 31)).join('')
  return payload + checkCharacter(payload)
}

/** The values of a parsed code's characters. */
export const readCodeValues = (code: string): number[] => Array.from(code, (sign) => ALPHABET.indexOf(sign))

/** One random byte for each character but the last, which checks them; null when an offensive word shows and the caller must draw again. */
export const makeCheckedCode = (randomBytes: Uint8Array): string | null => {
  const payload = Array.from(randomBytes, (byte) => ALPHABET.charAt(byte & 31)).join('')
  const code = payload + checkCharacter(payload)
  return holdsOffensiveWord(code) ? null : code
}

/** What was typed or read aloud → code. Small letters, spaces and hyphens are fine; I and L are read as 1, O as 0. */
export const parseCheckedCode = (
  text: string,
  length: number,
): { readonly ok: true; readonly value: string } | Refused<CheckedCodeFault> => {
  const compact = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s‐–—_.-]/gu, '')
  if (Array.from(compact).length !== length) return refused('length')
  const value = compact.replace(/[IL]/gu, '1').replaceAll('O', '0')
  const values = Array.from(value, (sign) => ALPHABET.indexOf(sign))
  if (values.includes(-1)) return refused('character')
  return syndrome(values) === 0 ? { ok: true, value } : refused('check')
}
