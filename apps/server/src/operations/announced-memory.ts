import type { Platform } from '../platform/platform.ts'
import { readAnnounced } from './operations-queries.ts'

const FRESH_MS = 3000

type Kept = { askedAt: number; answer: Promise<string | null> }
const memories = new WeakMap<Platform['sql'], Kept>()

/**
 * What is announced now, asked of the database at most every three seconds by each process, whoever asks: every start of an app reads it. Who
 * announces something here reads it at once; another process tells it up to three seconds later.
 */
export function findAnnounced({ sql }: Pick<Platform, 'sql'>): Promise<string | null> {
  const kept = memories.get(sql)
  if (kept !== undefined && performance.now() - kept.askedAt < FRESH_MS) return kept.answer
  // What cannot be read is not announced: the settings are needed all the same.
  const answer = readAnnounced(sql).catch(() => null)
  memories.set(sql, { askedAt: performance.now(), answer })
  return answer
}

/** Something was announced, or is over. */
export const forgetAnnounced = ({ sql }: Pick<Platform, 'sql'>): boolean => memories.delete(sql)
