import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as every authenticator app knows it: SHA-1, 6 digits, 30 s. */
const PERIOD_SECONDS = 30
/** Clocks of phones drift: the step before and the step after are taken too (RFC 6238 §5.2). */
const DRIFT_STEPS = 1

const totpOf = (secret: string): TOTP =>
  new TOTP({ issuer: 'An Sinh', algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS, secret: Secret.fromBase32(secret) })

/** 160 bits, base 32: what is entered in the authenticator app. */
export const makeTotpSecret = (): string => new Secret({ size: 20 }).base32

/** The code an authenticator shows now: for the demo sign-ins only. */
export const currentTotp = (secret: string, at: Date = new Date()): string => totpOf(secret).generate({ timestamp: at.getTime() })

/** The time step a code belongs to, or null when it is wrong. The caller uses each step once. */
export function findTotpStep(secret: string, code: string, at: Date = new Date()): number | null {
  const digits = code.replace(/\s/gu, '')
  if (!/^\d{6}$/u.test(digits)) return null
  const delta = totpOf(secret).validate({ token: digits, window: DRIFT_STEPS, timestamp: at.getTime() })
  return delta === null ? null : Math.floor(at.getTime() / 1000 / PERIOD_SECONDS) + delta
}
