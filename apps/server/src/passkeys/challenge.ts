import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import { PASSKEY_RULE } from '@an-sinh/domain'
import type { Keyring } from '../platform/keyring.ts'
import type { Queryable, Sql } from '../platform/sql.ts'
import { readChallengeEnd, spendChallenge } from './passkey-queries.ts'

/** `sign-in`: for nobody in particular. `add/17`: for person 17 alone. */
export type ChallengeFor = 'sign-in' | `add/${number}`

const NONCE_BYTES = 16
const END_BYTES = 4
const SEAL_BYTES = 32

const sealOf = (keyring: Keyring, purpose: ChallengeFor, head: Buffer): Buffer =>
  keyring.hmac('ticket', `passkey/${purpose}/${head.toString('base64url')}`)

/** Random, with its end, sealed by us: asking for one writes nothing, so that a flood of questions fills no table. */
export async function makeChallenge(platform: { keyring: Keyring; sql: Sql }, purpose: ChallengeFor): Promise<string> {
  const end = Buffer.alloc(END_BYTES)
  end.writeUInt32BE(await readChallengeEnd(platform.sql, PASSKEY_RULE.challengeMinutes))
  const head = Buffer.concat([randomBytes(NONCE_BYTES), end])
  return Buffer.concat([head, sealOf(platform.keyring, purpose, head)]).toString('base64url')
}

/** Whether we made it for this purpose; its end is asked when it is spent. */
export function isOurChallenge(keyring: Keyring, purpose: ChallengeFor, challenge: string): boolean {
  const bytes = Buffer.from(challenge, 'base64url')
  if (bytes.length !== NONCE_BYTES + END_BYTES + SEAL_BYTES) return false
  const head = bytes.subarray(0, NONCE_BYTES + END_BYTES)
  return timingSafeEqual(sealOf(keyring, purpose, head), bytes.subarray(NONCE_BYTES + END_BYTES))
}

/** Once, before its end; in the transaction of what it proves. */
export function useChallenge(sql: Queryable, challenge: string): Promise<boolean> {
  const bytes = Buffer.from(challenge, 'base64url')
  return spendChallenge(sql, hash('sha256', bytes, 'buffer'), bytes.readUInt32BE(NONCE_BYTES))
}
