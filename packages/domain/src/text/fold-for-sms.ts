import { GSM_BASIC, GSM_EXTENSION } from './gsm-alphabet.ts'
import { normaliseText } from './normalise-text.ts'

/** Signs that word processors put in and the GSM alphabet lacks. */
const TYPOGRAPHY: readonly (readonly [RegExp, string])[] = [
  [/[đðɖ₫]/gu, 'd'],
  [/[ĐÐƉ]/gu, 'D'],
  [/[‘’‚′`´]/gu, "'"],
  [/[“”„″«»]/gu, '"'],
  [/[‐‑‒–—−]/gu, '-'],
  [/…/gu, '...'],
  [/[•·]/gu, '*'],
]

/**
 * Accent-free text of GSM-7 characters only, case kept: brandname templates are registered without diacritics and a
 * single accent would shrink the message from 160 to 70 characters. What cannot be folded becomes "?".
 */
export const foldForSms = (text: string): string => {
  const plain = TYPOGRAPHY.reduce((folded, [from, to]) => folded.replace(from, to), normaliseText(text))
  const bare = plain.normalize('NFD').replace(/\p{M}+/gu, '')
  return Array.from(bare, (character) => (GSM_BASIC.includes(character) || GSM_EXTENSION.includes(character) ? character : '?')).join('')
}
