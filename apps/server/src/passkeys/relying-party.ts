import { Buffer } from 'node:buffer'
import type { Keyring } from '../platform/keyring.ts'
import type { Settings } from '../platform/settings.ts'

/** Whom passkeys are made for: the citizen's host as configured, never what a request says about itself. */
export function relyingParty({ citizenOrigin }: Pick<Settings, 'citizenOrigin'>): { rpId: string; origin: string; name: string } {
  const { hostname, origin } = new URL(citizenOrigin)
  return { rpId: hostname, origin, name: 'An Sinh' }
}

/** What a device knows the account by: the same for a person, and no number of theirs. */
export const userHandleOf = (keyring: Keyring, personId: number): string =>
  keyring.hmac('device', `passkey-user/${personId}`).toString('base64url')

/** The challenge that the browser says it answered; null when that part is not readable. */
export function challengeOf(clientDataJSON: string): string | null {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
    return typeof data === 'object' && data !== null && 'challenge' in data && typeof data.challenge === 'string' ? data.challenge : null
  } catch {
    return null
  }
}
