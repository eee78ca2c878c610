import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { Refusal } from './refusal.ts'

/** OWASP 2025 for argon2id: 19 MiB, two passes, one lane; about 25 ms on one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Two at once leave the thread pool room for files; beyond the waiting line a caller is told at once instead of timing out. */
const AT_ONCE = 2
const WAITING_MAX = 60

const waiting: (() => void)[] = []
let running = 0

const takeTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_MAX) throw new Refusal('overloaded')
    await new Promise<void>((resolve) => void waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

/** What an unknown name is compared with, so that it takes the same work as a known one. */
const nobodysHash = hash(randomBytes(16), COST)

/** argon2id of the password in NFKC: one password typed on two keyboards is one. @throws Refusal `overloaded`. */
export async function hashPassword(password: string): Promise<string> {
  return takeTurn(() => hash(password.normalize('NFKC'), COST))
}

/** Same work whether there is a hash or not; null is never matched. @throws Refusal `overloaded`. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const against = passwordHash ?? (await nobodysHash)
  const right = await takeTurn(() => verify(against, password.normalize('NFKC')))
  return right && passwordHash !== null
}
