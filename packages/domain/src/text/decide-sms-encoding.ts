import { GSM_BASIC, GSM_EXTENSION } from './gsm-alphabet.ts'

/** `units` are septets (gsm7) or UTF-16 code units (ucs2); `segments` is what the operator bills. */
export type SmsEncoding = { readonly encoding: 'gsm7' | 'ucs2'; readonly segments: number; readonly units: number }

/** Payload of one message, and of each part once a 6-byte concatenation header is needed (3GPP TS 23.040 §9.2.3.24.1). */
const SIZES = { gsm7: { single: 160, part: 153 }, ucs2: { single: 70, part: 67 } } as const

/** Septets of one character, 0 when GSM-7 cannot carry it. */
const septetsOf = (character: string): number => {
  if (GSM_BASIC.includes(character)) return 1
  return GSM_EXTENSION.includes(character) ? 2 : 0
}

/** Parts needed when no character may be cut in two: an escape pair or a surrogate pair moves on as a whole. */
const countParts = (widths: readonly number[], part: number): number => {
  let parts = 1
  let used = 0
  for (const width of widths) {
    if (used + width > part) {
      parts += 1
      used = 0
    }
    used += width
  }
  return parts
}

/** How a text travels by SMS. Expects NFC; a decomposed text is longer. The empty text is one segment. */
export const decideSmsEncoding = (text: string): SmsEncoding => {
  const characters = Array.from(text)
  const encoding = characters.every((character) => septetsOf(character) > 0) ? 'gsm7' : 'ucs2'
  const widths = characters.map((character) => (encoding === 'gsm7' ? septetsOf(character) : character.length))
  const units = widths.reduce((sum, width) => sum + width, 0)
  const { single, part } = SIZES[encoding]
  return { encoding, units, segments: units <= single ? 1 : countParts(widths, part) }
}
