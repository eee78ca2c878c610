import { PARTICIPANT_GROUPS } from '@an-sinh/domain'

import type { ImportBatch, ImportCounts } from '../platform/import-kind.ts'
import type { Queryable } from '../platform/sql.ts'
import { stagedRows } from '../platform/staged-rows.ts'
import { cardColumns } from './card-import-columns.ts'

/** The n-th value of a joined cell, the only one where there is one; our own column names, never a file's. */
const part = (name: string): string =>
  `nullif((string_to_array("${name}", ';'))[least(n, cardinality(string_to_array("${name}", ';')))], '')`

/** One row a card: what stood joined in a cell, taken apart. */
const cards = (sql: Queryable, batch: ImportBatch) => sql`(
  SELECT row_no, n, row_group, person_id, "insuranceNumber" AS insurance_number, ${sql.unsafe(part('oldCardNumber'))} AS old_number,
    coalesce(${sql.unsafe(part('participantGroup'))}, left(${sql.unsafe(part('oldCardNumber'))}, 2)) AS participant_group,
    coalesce(${sql.unsafe(part('coverageLevel'))}, substr(${sql.unsafe(part('oldCardNumber'))}, 3, 1))::smallint AS coverage_level,
    ${sql.unsafe(part('facilityCode'))} AS facility_code, ${sql.unsafe(part('areaCode'))} AS area_code,
    ${sql.unsafe(part('validFrom'))}::date AS valid_from, ${sql.unsafe(part('validTo'))}::date AS valid_to,
    "continuousSince"::date AS continuous_since, "issuedOn"::date AS issued_on, "issuingOffice" AS office
  FROM ${stagedRows(sql, { columns: cardColumns }, batch)} s
    CROSS JOIN LATERAL generate_series(1, cardinality(string_to_array(rtrim("validFrom", ';'), ';'))) n)`

const officeOf = (sql: Queryable) => sql`(SELECT min(o.office_id) FROM offices o
  WHERE o.official_code = c.office OR o.provisional_code = c.office OR o.name_folded = fold_text(c.office))`

const knownGroups = (sql: Queryable) =>
  sql`jsonb_to_recordset(${sql.json(
    PARTICIPANT_GROUPS.filter((row) => row.participantGroup !== null).map(({ participantGroup, validFrom, validTo }) => ({
      participantGroup,
      validFrom,
      validTo,
    })),
  )}) AS g("participantGroup" text, "validFrom" date, "validTo" date)`

/** Rejects what cannot be taken, with its reason; everybody else's row gets its person. Codes not in our lists wait, they are not dropped. */
const judgeCards = (sql: Queryable, batch: ImportBatch) => sql`
  WITH c AS MATERIALIZED (
    SELECT c.*, i.person_id AS owner_id, row_number() OVER (PARTITION BY i.person_id, c.valid_from, c.participant_group ORDER BY c.row_no, c.n) AS place
    FROM ${cards(sql, batch)} c LEFT JOIN insurance_numbers i ON i.insurance_number = c.insurance_number WHERE c.row_group IS NULL
  ), judged AS (
    SELECT c.row_no, c.n, c.owner_id,
      CASE WHEN c.owner_id IS NULL THEN ARRAY['person-unknown', 'insuranceNumber', c.insurance_number]
        WHEN NOT EXISTS (SELECT FROM ${knownGroups(sql)} WHERE g."participantGroup" = c.participant_group
          AND g."validFrom" <= coalesce(c.valid_to, 'infinity') AND c.valid_from <= coalesce(g."validTo", 'infinity'))
          THEN ARRAY['unknown-code', 'participantGroup', c.participant_group]
        WHEN NOT EXISTS (SELECT FROM health_facilities f WHERE f.facility_code = c.facility_code) THEN ARRAY['unknown-code', 'facilityCode', c.facility_code]
        WHEN c.office IS NOT NULL AND ${officeOf(sql)} IS NULL THEN ARRAY['unknown-code', 'issuingOffice', c.office]
        WHEN c.valid_from::text < p.born_on_partial THEN ARRAY['outside-life', 'validFrom', c.valid_from::text]
        WHEN p.died_on < c.valid_from THEN ARRAY['person-dead', 'validFrom', c.valid_from::text]
        WHEN c.place > 1 THEN ARRAY['row-doubled', 'validFrom', c.valid_from::text]
        WHEN EXISTS (SELECT FROM old_card_numbers o WHERE o.old_card_number = c.old_number AND o.person_id <> c.owner_id)
          OR EXISTS (SELECT FROM insurance_numbers i WHERE i.insurance_number = right(c.old_number, 10) AND i.person_id <> c.owner_id)
          THEN ARRAY['number-taken', 'oldCardNumber', c.old_number] END AS fault
    FROM c LEFT JOIN persons p ON p.person_id = c.owner_id
  ), first_fault AS MATERIALIZED (
    SELECT DISTINCT ON (row_no) row_no, owner_id, fault FROM judged ORDER BY row_no, fault IS NULL, n
  ), told AS (
    INSERT INTO import_row_faults (batch_id, row_no, code, column_name, value)
    SELECT ${batch.batchId}, row_no, fault[1], fault[2], fault[3] FROM first_fault WHERE fault IS NOT NULL
  )
  UPDATE import_rows r SET row_group = CASE WHEN f.fault IS NOT NULL THEN 'rejected' END, person_id = f.owner_id
  FROM first_fault f WHERE r.batch_id = ${batch.batchId} AND r.row_no = f.row_no`

/**
 * Incoming cards beside the standing one that they say again or correct (`old_id`, null for a new card): the same group from the same day,
 * else the card of another group from that day which no other row speaks of. Empty optional cells say nothing.
 */
const compared = (sql: Queryable, batch: ImportBatch) => sql`
  c AS MATERIALIZED (SELECT c.*, ${officeOf(sql)} AS office_id FROM ${cards(sql, batch)} c WHERE c.row_group IS DISTINCT FROM 'rejected' AND c.person_id IS NOT NULL),
  k AS MATERIALIZED (
    SELECT h.* FROM health_cards h WHERE h.person_id IN (SELECT person_id FROM c)
      AND NOT EXISTS (SELECT FROM health_card_endings e WHERE e.person_id = h.person_id AND e.card_id = h.card_id)
  ), exact AS MATERIALIZED (
    SELECT DISTINCT ON (c.row_no, c.n) c.row_no, c.n, k.card_id FROM c JOIN k USING (person_id, valid_from, participant_group) ORDER BY c.row_no, c.n, k.recorded_at DESC
  ), loose_c AS (
    SELECT row_no, n, person_id, valid_from, row_number() OVER (PARTITION BY person_id, valid_from ORDER BY row_no, n) AS place
    FROM c WHERE NOT EXISTS (SELECT FROM exact x WHERE x.row_no = c.row_no AND x.n = c.n)
  ), loose_k AS (
    SELECT card_id, person_id, valid_from, row_number() OVER (PARTITION BY person_id, valid_from ORDER BY recorded_at, card_id) AS place
    FROM k WHERE NOT EXISTS (SELECT FROM c WHERE c.person_id = k.person_id AND c.valid_from = k.valid_from AND c.participant_group = k.participant_group)
  ), pairs AS (
    SELECT row_no, n, card_id FROM exact
    UNION ALL SELECT loose_c.row_no, loose_c.n, loose_k.card_id FROM loose_c JOIN loose_k USING (person_id, valid_from, place)
  ), compared AS MATERIALIZED (
    SELECT c.row_no, c.n, c.person_id, c.insurance_number, coalesce(c.old_number, k.legacy_card_number) AS old_number, c.participant_group, c.coverage_level,
      c.facility_code, coalesce(c.area_code, k.area_code) AS area_code, c.valid_from, c.valid_to, coalesce(c.continuous_since, k.continuous_since) AS continuous_since,
      coalesce(c.issued_on, k.issued_on, c.valid_from) AS issued_on, coalesce(c.office_id, k.issuing_office_id) AS office_id, k.card_id AS old_id,
      k.card_id IS NOT NULL AND (c.participant_group, c.coverage_level, c.facility_code) = (k.participant_group, k.coverage_level::smallint, k.registered_facility_code)
        AND c.valid_to IS NOT DISTINCT FROM k.valid_to AND coalesce(c.old_number, k.legacy_card_number) IS NOT DISTINCT FROM k.legacy_card_number
        AND coalesce(c.area_code, k.area_code) IS NOT DISTINCT FROM k.area_code AND coalesce(c.continuous_since, k.continuous_since) IS NOT DISTINCT FROM k.continuous_since
        AND coalesce(c.issued_on, k.issued_on) IS NOT DISTINCT FROM k.issued_on AND coalesce(c.office_id, k.issuing_office_id) IS NOT DISTINCT FROM k.issuing_office_id AS is_same
    FROM c LEFT JOIN pairs USING (row_no, n) LEFT JOIN k ON k.person_id = c.person_id AND k.card_id = pairs.card_id
  )`

/** Each row's group: new when no card of the row is there yet, moved when one is and says otherwise. */
export async function matchCards(sql: Queryable, batch: ImportBatch): Promise<void> {
  await judgeCards(sql, batch)
  await sql`
    WITH ${compared(sql, batch)}, rows AS (
      SELECT row_no, bool_and(is_same) AS all_same, bool_or(old_id IS NOT NULL AND NOT is_same) AS any_moved FROM compared GROUP BY row_no
    )
    UPDATE import_rows r SET row_group = CASE WHEN rows.all_same THEN 'known' WHEN rows.any_moved THEN 'moved' ELSE 'new' END
    FROM rows WHERE r.batch_id = ${batch.batchId} AND r.row_no = rows.row_no AND r.row_group IS NULL`
}

/** One statement, so that what is ended and what is written are decided on the same cards. */
export async function applyCards(sql: Queryable, batch: ImportBatch): Promise<ImportCounts> {
  const [counts] = await sql<ImportCounts[]>`
    WITH ${compared(sql, batch)}, ended AS (
      INSERT INTO health_card_endings (person_id, card_id, kind, import_batch_id, source)
      SELECT person_id, old_id, 'correction', ${batch.batchId}, ${batch.source} FROM compared WHERE old_id IS NOT NULL AND NOT is_same RETURNING 1
    ), written AS (
      INSERT INTO health_cards (person_id, card_id, health_card_number, legacy_card_number, participant_group, coverage_level, registered_facility_code, area_code,
        valid_from, valid_to, continuous_since, issued_on, issuing_office_id, import_batch_id, source)
      SELECT person_id, gen_random_uuid(), insurance_number, old_number, participant_group, coverage_level, facility_code, area_code,
        valid_from, valid_to, continuous_since, issued_on, office_id, ${batch.batchId}, ${batch.source} FROM compared WHERE NOT is_same RETURNING 1
    ), found_by AS (
      INSERT INTO old_card_numbers (old_card_number, person_id, import_batch_id)
      SELECT DISTINCT ON (old_number) old_number, person_id, ${batch.batchId}::uuid FROM compared
      WHERE NOT is_same AND old_number IS NOT NULL AND right(old_number, 10) <> insurance_number ON CONFLICT DO NOTHING
    )
    SELECT (SELECT count(*) FROM written)::integer AS written, (SELECT count(*) FROM ended)::integer AS ended,
      (SELECT count(*) FROM compared WHERE is_same)::integer AS unchanged`
  if (counts === undefined) throw new Error('nothing counted')
  return counts
}
