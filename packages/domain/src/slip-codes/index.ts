import { makeCheckedCode, parseCheckedCode } from '../codes/index.ts'

/** Eleven random characters of five bits (55 bits) and a check character: what a slip of paper hands over, used once. */
export const SLIP_CODE_RULE = { version: 'slip-code-1', length: 12, randomBytes: 11, officerDays: 14, draftDays: 30 } as const

/** Random bytes → code; null when it would show an offensive word and the caller must draw again. */
export const makeSlipCode = (randomBytes: Uint8Array): string | null => makeCheckedCode(randomBytes.subarray(0, SLIP_CODE_RULE.randomBytes))

/** What was typed → code, or null. Small letters, spaces and hyphens are fine. */
export const parseSlipCode = (text: string): string | null => {
  const parsed = parseCheckedCode(text, SLIP_CODE_RULE.length)
  return parsed.ok ? parsed.value : null
}

/** `XXXX-XXXX-XXXX`, as printed. */
export const formatSlipCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
