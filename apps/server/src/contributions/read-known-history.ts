import { type CivilDate, type CivilMonth, isCivilDate } from '@an-sinh/domain'

import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { type HistorySpellRow, listHistorySpells } from './history-queries.ts'
import { findThroughMonth } from './participation-queries.ts'

export type KnownHistory = { spells: HistorySpellRow[]; knownOn: CivilDate | null; throughMonth: CivilMonth }

/**
 * The history as it stands, or as it was known at the end of a day; months are counted through that day's month, for nobody knew then of
 * months that had not come. @throws Refusal `bad-request` for a day that does not exist
 */
export async function readKnownHistory(sql: Queryable, personId: number, asked: string | undefined): Promise<KnownHistory> {
  const knownOn = asked ?? null
  if (knownOn !== null && !isCivilDate(knownOn)) throw new Refusal('bad-request')
  const [spells, today] = await Promise.all([listHistorySpells(sql, personId, knownOn), findThroughMonth(sql)])
  const month = knownOn?.slice(0, 7) ?? today
  return { spells, knownOn, throughMonth: month < today ? month : today }
}
