import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Keyring } from '../platform/keyring.ts'

/** A phone of today is busy for about a second; whoever asks for many is busy for good. */
export const WORK_BITS = { usual: 14, crowded: 17 } as const
const WORK_MINUTES = 10
const MINUTE_MS = 60_000
const SEAL_BYTES = 16

const sealOf = (keyring: Keyring, head: string, about: string): Buffer =>
  keyring.hmac('ticket', `number-request/${head}/${about}`).subarray(0, SEAL_BYTES)

/** Made for one question alone (`about`), with its end and its weight, sealed by us: asking for one writes nothing. */
export function makeWork(keyring: Keyring, about: string, bits: number, nowMs: number): { challenge: string; bits: number } {
  const head = `${Math.floor(nowMs / MINUTE_MS) + WORK_MINUTES}-${bits}-${randomBytes(9).toString('hex')}`
  return { challenge: `${head}-${sealOf(keyring, head, about).toString('hex')}`, bits }
}

const zeroBits = (digest: Uint8Array): number => {
  let bits = 0
  for (const byte of digest) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24
    bits += 8
  }
  return bits
}

type Done = { challenge: string; number: number }

/** Whether the work was ours, for this question, in time, heavy enough for today's crowd, and done. */
export function isWorkDone(keyring: Keyring, about: string, { challenge, number }: Done, bits: number, nowMs: number): boolean {
  const [end = '', asked = '', nonce = '', seal = ''] = challenge.split('-')
  const given = Buffer.from(seal, 'hex')
  const right = sealOf(keyring, `${end}-${asked}-${nonce}`, about)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return false
  if (Number(end) * MINUTE_MS < nowMs || Number(asked) < bits) return false
  return zeroBits(hash('sha256', `${challenge}.${number}`, 'buffer')) >= Number(asked)
}
