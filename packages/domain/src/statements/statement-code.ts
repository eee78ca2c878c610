import { makeCheckedCode, parseCheckedCode } from '../codes/index.ts'
import { refused, type Refused } from '../values/index.ts'

/**
 * Eleven random characters and a check character: 55 bits. Who knows the code reads what the holder shares, so it must not be guessed:
 * among 100 million statements one guess in 360 million meets one.
 */
export const STATEMENT_CODE_RULE = { version: 'statement-code-1', length: 12, randomBytes: 11 } as const

export type StatementCodeRefusalCode = 'statement-code-length' | 'statement-code-character' | 'statement-code-check'

/** Eleven random bytes → code; null when it would show an offensive word and the caller must draw again. Throws RangeError on fewer bytes. */
export const makeStatementCode = (randomBytes: Uint8Array): string | null => {
  if (randomBytes.length < STATEMENT_CODE_RULE.randomBytes) throw new RangeError('a statement code needs 11 random bytes')
  return makeCheckedCode(randomBytes.subarray(0, STATEMENT_CODE_RULE.randomBytes))
}

/** What was typed, read aloud or pasted with its address → code. */
export const parseStatementCode = (
  text: string,
): { readonly ok: true; readonly statementCode: string } | Refused<StatementCodeRefusalCode> => {
  const last = text.trim().split('/').at(-1) ?? ''
  const parsed = parseCheckedCode(last, STATEMENT_CODE_RULE.length)
  return parsed.ok ? { ok: true, statementCode: parsed.value } : refused(`statement-code-${parsed.code}`)
}

/** `XXXX-XXXX-XXXX`, as printed. */
export const formatStatementCode = (statementCode: string): string =>
  `${statementCode.slice(0, 4)}-${statementCode.slice(4, 8)}-${statementCode.slice(8)}`
