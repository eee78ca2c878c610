import { makeCheckedCode, parseCheckedCode } from '../codes/index.ts'
import { refused, type Refused } from '../values/index.ts'

/** Nine random characters of five bits and a check character. */
export const FORM_CODE_RULE = { version: 'form-code-1', length: 10, randomBytes: 9 } as const

export type FormCodeRefusalCode = 'form-code-length' | 'form-code-character' | 'form-code-check'

/** Nine random bytes → form code; null when it would show an offensive word and the caller must draw again. Throws RangeError on fewer bytes. */
export const makeFormCode = (randomBytes: Uint8Array): string | null => {
  if (randomBytes.length < FORM_CODE_RULE.randomBytes) throw new RangeError('a form code needs 9 random bytes')
  return makeCheckedCode(randomBytes.subarray(0, FORM_CODE_RULE.randomBytes))
}

/** What was typed or read aloud → form code. Small letters, spaces and hyphens are fine; I and L are read as 1, O as 0. */
export const parseFormCode = (text: string): { readonly ok: true; readonly formCode: string } | Refused<FormCodeRefusalCode> => {
  const parsed = parseCheckedCode(text, FORM_CODE_RULE.length)
  return parsed.ok ? { ok: true, formCode: parsed.value } : refused(`form-code-${parsed.code}`)
}

/** `XXXXX-XXXXX`, as printed. */
export const formatFormCode = (formCode: string): string => `${formCode.slice(0, 5)}-${formCode.slice(5)}`
