import type { Queryable } from '../platform/sql.ts'
import { insertHealthCards, type NewHealthCard } from './card-queries.ts'

const BATCH = 5000

/** Adds many cards at once; `source` stays with each of them. */
export async function copyHealthCards(sql: Queryable, cards: NewHealthCard[], source: string): Promise<void> {
  for (let at = 0; at < cards.length; at += BATCH) await insertHealthCards(sql, cards.slice(at, at + BATCH), source)
}
