import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { writeReadyMark } from './operations-queries.ts'

/** A cheap write proves more than a read: a full disk or a read-only server is not ready. Asked at most once a second. */
export function makeReadiness(platform: Platform): () => Promise<void> {
  let asked = { at: 0, answer: Promise.resolve() }
  const ask = async (): Promise<void> => {
    const late = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Refusal('unavailable')), 3000).unref())
    await Promise.race([writeReadyMark(platform.sql), late]).catch(() => {
      throw new Refusal('unavailable')
    })
  }
  return () => {
    if (Date.now() - asked.at > 1000) asked = { at: Date.now(), answer: ask() }
    return asked.answer
  }
}
