/** Six digits by SMS; `securityMinutes` where an account or a contact is at stake. Sending: once a minute, and per number a day. */
export const ONE_TIME_CODE_RULE = {
  version: 'one-time-code-1',
  digits: 6,
  minutes: 15,
  securityMinutes: 10,
  tries: 5,
  resendSeconds: 60,
  sendsPer10Minutes: 3,
  sendsPerDay: 8,
  randomBytes: 4,
} as const

/** Largest multiple of a million below 2³²: values above would make small codes likelier. */
const FAIR_BELOW = 4_294_000_000

/** Four random bytes → six digits; null (about once in 4,500) when the caller must draw again. */
export const makeOneTimeCode = (randomBytes: Uint8Array): string | null => {
  if (randomBytes.length < ONE_TIME_CODE_RULE.randomBytes) throw new RangeError('a one-time code needs 4 random bytes')
  const value = randomBytes.subarray(0, 4).reduce((sum, byte) => sum * 256 + byte, 0)
  return value < FAIR_BELOW ? String(value % 1_000_000).padStart(6, '0') : null
}

/** Six digits out of what was typed or pasted; null otherwise. Full-width digits of an Asian keyboard are folded. */
export const parseOneTimeCode = (text: string): string | null => {
  const compact = text.normalize('NFKC').replace(/[\s-]/gu, '')
  return /^\d{6}$/u.test(compact) ? compact : null
}
