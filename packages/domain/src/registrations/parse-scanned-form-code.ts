import type { Refused } from '../values/index.ts'
import { parseFormCode, type FormCodeRefusalCode } from './form-code.ts'

/** The key that Telex or VNI swallows for each mark: the scanner sent it, the typing method turned it into the mark. */
const SWALLOWED_KEYS: Readonly<Record<string, string>> = {
  '\u0300': 'F2',
  '\u0301': 'S1',
  '\u0303': 'X4',
  '\u0309': 'R3',
  '\u0323': 'J5',
  '\u0306': 'W8',
}

/** Doubled letter in Telex, digit in VNI. */
const keysOf = (letter: string, mark: string): string => (mark === '\u0302' ? `${letter}6` : (SWALLOWED_KEYS[mark] ?? ''))

/** Texts that a typing method may have turned into this one; few, since a code holds ten characters. */
const listOriginals = (text: string): string[] => {
  let originals = ['']
  let letter = ''
  for (const sign of text.toUpperCase().replaceAll('Đ', 'D\u0335').normalize('NFD')) {
    const keys = sign === '\u0335' ? 'D9' : /\p{M}/u.test(sign) ? keysOf(letter, sign) : sign
    if (!/\p{M}/u.test(sign)) letter = sign
    originals = originals.flatMap((original) => Array.from(keys, (key) => original + key))
    if (originals.length > 256) return []
  }
  return originals
}

/** The code is the last path segment of the printed address; a typed code is the whole text. */
const lastSegment = (text: string): string =>
  text
    .trim()
    .split(/[/?#=]+/u)
    .filter((segment) => segment !== '')
    .at(-1) ?? ''

/**
 * A form code from a keyboard-wedge scanner: the printed QR holds an address ending in the code, and a Vietnamese typing method may have
 * rewritten it ("AA" → "Â", "A1" → "Á"). The original is restored only when exactly one candidate passes the check character.
 */
export const parseScannedFormCode = (text: string): { readonly ok: true; readonly formCode: string } | Refused<FormCodeRefusalCode> => {
  const segment = lastSegment(text.slice(0, 2000))
  const direct = parseFormCode(segment)
  if (direct.ok) return direct
  const good = new Set<string>()
  for (const original of listOriginals(segment)) {
    const parsed = parseFormCode(original)
    if (parsed.ok) good.add(parsed.formCode)
  }
  const [formCode] = good
  return formCode !== undefined && good.size === 1 ? { ok: true, formCode } : direct
}
