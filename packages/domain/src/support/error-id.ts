import { makeCheckedCode, parseCheckedCode } from '../codes/index.ts'

/** Eight random characters of five bits and a check character: short enough to be read aloud, and of a length no other code of ours has. */
export const ERROR_ID_RULE = { version: 'error-id-1', length: 9, randomBytes: 8, keptDays: 30 } as const

/** Ids that begin so were made on a phone: see local-error-id.ts. */
export const LOCAL_MARK = 'Z'
const GROUP = 3

/** `K7M-2QX-R4T`, as shown and read aloud. */
export const formatErrorId = (code: string): string => [code.slice(0, GROUP), code.slice(GROUP, 2 * GROUP), code.slice(2 * GROUP)].join('-')

/** Random bytes → id; null when it would show an offensive word or look like a phone's, and the caller must draw again. */
export const makeErrorId = (randomBytes: Uint8Array): string | null => {
  const code = makeCheckedCode(randomBytes.subarray(0, ERROR_ID_RULE.randomBytes))
  return code === null || code.startsWith(LOCAL_MARK) ? null : formatErrorId(code)
}

/** What was typed, read aloud or scanned → `K7M-2QX-R4T`, or null. Small letters, spaces and other dashes are fine; a wrong letter is found. */
export const parseErrorId = (text: string): string | null => {
  const parsed = parseCheckedCode(text, ERROR_ID_RULE.length)
  return parsed.ok ? formatErrorId(parsed.value) : null
}
