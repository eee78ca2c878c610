import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Keyring } from './keyring.ts'
import { isOver } from './is-over.ts'
import type { Platform } from './platform.ts'
import { Refusal } from './refusal.ts'

/** A phone of today is busy for about a second; whoever asks for many is busy for good. */
export const WORK_BITS = { usual: 14, crowded: 17 } as const
const WORK_MINUTES = 10
const MINUTE_MS = 60_000
const SEAL_BYTES = 16
/** `<challenge>.<number>`, sent along with the same request again. */
const WORK_HEADER = 'x-work'
const DONE = /^(?<challenge>[\da-f-]{1,120})\.(?<number>\d{1,10})$/u

type Challenge = { challenge: string; bits: number }
type Wanted = { about: string; bits: number }

const sealOf = (keyring: Keyring, head: string, about: string): Buffer =>
  keyring.hmac('ticket', `work/${head}/${about}`).subarray(0, SEAL_BYTES)

/** Made for one request alone (`about`), with its end and its weight, sealed by us: asking for one writes nothing. */
function makeWork(keyring: Keyring, { about, bits }: Wanted, nowMs: number): Challenge {
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

/** The challenge that this request brings done: ours, for this request, in time, heavy enough for today's crowd; else null. */
function findDone(keyring: Keyring, request: FastifyRequest, { about, bits }: Wanted, nowMs: number): string | null {
  const { challenge = '', number = '' } = DONE.exec(String(request.headers[WORK_HEADER] ?? ''))?.groups ?? {}
  const [end = '', asked = '', nonce = '', seal = ''] = challenge.split('-')
  const given = Buffer.from(seal, 'hex')
  const right = sealOf(keyring, `${end}-${asked}-${nonce}`, about)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  if (Number(end) * MINUTE_MS < nowMs || Number(asked) < bits) return null
  return zeroBits(hash('sha256', `${challenge}.${number}`, 'buffer')) >= Number(asked) ? challenge : null
}

/** Nobody is refused for good who has a second of their device's time. Work that was done counts once. @throws Refusal `work-first` */
export async function requireWork(platform: Platform, request: FastifyRequest, wanted: Wanted): Promise<void> {
  const { keyring } = platform
  const now = Date.now()
  const done = findDone(keyring, request, wanted, now)
  if (done === null || (await isOver(platform, 'work-done', done)))
    throw new Refusal('work-first', { work: makeWork(keyring, wanted, now) })
}
