import type { CivilDate } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

/** Whom to tell what about which card. `next`: it begins later; `ends`: it runs out and nothing follows. */
export type CardDate = {
  personId: number
  cardId: string
  phone: string
  email: string | null
  what: 'next' | 'ends'
  on: CivilDate
}

/**
 * Cards of people with a living account whose date comes within `days` and who were not told, so many at once; told ones fall out by themselves.
 * A card stands while nothing ended it; it runs out unannounced when another standing card goes on after it.
 */
export async function listCardDates(sql: Queryable, days: number, limit: number): Promise<CardDate[]> {
  return [
    ...(await sql<CardDate[]>`
      WITH standing AS NOT MATERIALIZED (
        SELECT c.person_id, c.card_id, c.valid_from, c.valid_to FROM health_cards c
        WHERE NOT EXISTS (SELECT FROM health_card_endings e WHERE e.person_id = c.person_id AND e.card_id = c.card_id)),
      due AS (
        SELECT person_id, card_id, 'next' AS what, valid_from AS due_on FROM standing
        WHERE valid_from > ansinh_today() AND valid_from <= ansinh_today() + ${days}::integer
        UNION ALL
        SELECT s.person_id, s.card_id, 'ends', s.valid_to FROM standing s
        WHERE s.valid_from <= ansinh_today() AND s.valid_to BETWEEN ansinh_today() AND ansinh_today() + ${days}::integer
          AND NOT EXISTS (SELECT FROM standing o WHERE o.person_id = s.person_id AND o.card_id <> s.card_id AND (o.valid_to IS NULL OR o.valid_to > s.valid_to)))
      SELECT d.person_id AS "personId", d.card_id AS "cardId", a.phone, a.email, d.what, d.due_on AS on
      FROM due d JOIN accounts a ON a.person_id = d.person_id AND a.state = 'active'
      WHERE NOT EXISTS (SELECT FROM notices n WHERE n.person_id = d.person_id AND n.notice_key = 'card-' || d.what || '/' || d.card_id)
      ORDER BY d.person_id, d.card_id, d.what LIMIT ${limit}`),
  ]
}
