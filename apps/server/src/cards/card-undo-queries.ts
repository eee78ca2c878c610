import type { ImportBatch, ImportCounts } from '../platform/import-kind.ts'
import type { Queryable } from '../platform/sql.ts'

/** Cards of the batch that something has ended since. */
export async function countCardsBuiltUpon(sql: Queryable, { batchId }: ImportBatch): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    SELECT count(*)::integer AS count FROM health_cards c JOIN health_card_endings e ON e.person_id = c.person_id AND e.card_id = c.card_id
    WHERE c.import_batch_id = ${batchId}`
  return row?.count ?? 0
}

/** What the batch wrote never was; what it ended stands again, as a new record with the old one's facts and source. */
export async function undoCards(sql: Queryable, batch: ImportBatch, compensation: ImportBatch): Promise<ImportCounts> {
  await sql`DELETE FROM old_card_numbers WHERE import_batch_id = ${batch.batchId}`
  const [counts] = await sql<ImportCounts[]>`
    WITH withdrawn AS (
      INSERT INTO health_card_endings (person_id, card_id, kind, import_batch_id, source)
      SELECT person_id, card_id, 'withdrawal', ${compensation.batchId}, ${compensation.source} FROM health_cards c WHERE c.import_batch_id = ${batch.batchId}
        AND NOT EXISTS (SELECT FROM health_card_endings e WHERE e.person_id = c.person_id AND e.card_id = c.card_id) RETURNING 1
    ), restored AS (
      INSERT INTO health_cards (person_id, card_id, health_card_number, legacy_card_number, participant_group, coverage_level, registered_facility_code, area_code,
        valid_from, valid_to, continuous_since, issued_on, issuing_office_id, import_batch_id, source)
      SELECT c.person_id, gen_random_uuid(), c.health_card_number, c.legacy_card_number, c.participant_group, c.coverage_level, c.registered_facility_code, c.area_code,
        c.valid_from, c.valid_to, c.continuous_since, c.issued_on, c.issuing_office_id, ${compensation.batchId}, c.source
      FROM health_card_endings e JOIN health_cards c ON c.person_id = e.person_id AND c.card_id = e.card_id WHERE e.import_batch_id = ${batch.batchId} RETURNING 1
    )
    SELECT (SELECT count(*) FROM restored)::integer AS written, (SELECT count(*) FROM withdrawn)::integer AS ended, 0 AS unchanged`
  if (counts === undefined) throw new Error('nothing counted')
  return counts
}
