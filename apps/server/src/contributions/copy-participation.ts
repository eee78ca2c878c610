import type { Queryable } from '../platform/sql.ts'
import { insertSpells, type NewSpell } from './participation-queries.ts'

const BATCH = 5000

/** Adds many spells at once; `source` stays with each of them. The table is append-only. */
export async function copyParticipation(sql: Queryable, spells: NewSpell[], source: string): Promise<void> {
  for (let at = 0; at < spells.length; at += BATCH) await insertSpells(sql, spells.slice(at, at + BATCH), source)
}
