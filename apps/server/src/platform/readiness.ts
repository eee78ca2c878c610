import type { Platform } from './platform.ts'
import { Refusal } from './refusal.ts'

/** A cheap write proves more than a read: a full disk or a read-only server is not ready. Asked at most once a second. */
export function makeReadiness(platform: Platform): () => Promise<void> {
  let asked = { at: 0, answer: Promise.resolve() }
  const ask = async (): Promise<void> => {
    const late = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Refusal('unavailable')), 3000).unref())
    const write = platform.sql`INSERT INTO limit_counters (key, points, expire) VALUES ('ready', 1, 0) ON CONFLICT (key) DO UPDATE SET points = (limit_counters.points + 1) % 1000000`
    await Promise.race([write, late]).catch(() => {
      throw new Refusal('unavailable')
    })
  }
  return () => {
    if (Date.now() - asked.at > 1000) asked = { at: Date.now(), answer: ask() }
    return asked.answer
  }
}
