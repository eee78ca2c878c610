import type { Queryable } from '../platform/sql.ts'

export type Wish = 'share-reasons' | 'help'

/** What was last said of each kind; nothing said is no. */
export async function listWishes(sql: Queryable, registrationId: string): Promise<Record<Wish, boolean>> {
  const rows = await sql<{ wish: Wish; isOn: boolean }[]>`
    SELECT DISTINCT ON (wish) wish, is_on AS "isOn" FROM employer_wishes WHERE registration_id = ${registrationId} ORDER BY wish, wish_no DESC`
  const stands = (wish: Wish): boolean => rows.some((row) => row.wish === wish && row.isOn)
  return { 'share-reasons': stands('share-reasons'), help: stands('help') }
}

/** Says it anew. What was shared is hidden in the same transaction; the rest follows within seconds. */
export async function insertWish(sql: Queryable, registrationId: string, wish: Wish, isOn: boolean): Promise<void> {
  await sql`INSERT INTO employer_wishes (registration_id, wish, is_on) VALUES (${registrationId}, ${wish}, ${isOn})`
  await sql`INSERT INTO rollout_changes (registration_id) VALUES (${registrationId})`
  if (wish === 'share-reasons' && !isOn)
    await sql`UPDATE roster_entries SET shared_reasons = '{}' WHERE registration_id = ${registrationId} AND shared_reasons <> '{}'`
}
