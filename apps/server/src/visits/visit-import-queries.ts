import type { ImportBatch, ImportColumn, ImportCounts } from '../platform/import-kind.ts'
import type { Queryable } from '../platform/sql.ts'
import { stagedRows } from '../platform/staged-rows.ts'
import type { Transaction } from '../platform/transaction.ts'
import { recordVisits } from './visit-write-queries.ts'

type Columns = readonly ImportColumn[]

/** A row that stays out, with its fault, in one statement: `rows` is `row_no, column_name, code, value`. */
const rejecting = (sql: Queryable, batch: ImportBatch, rows: ReturnType<Queryable>) => sql`
  WITH bad AS MATERIALIZED (${rows}), told AS (
    INSERT INTO import_row_faults (batch_id, row_no, column_name, code, value)
    SELECT ${batch.batchId}, row_no, column_name, code, value FROM bad
  )
  UPDATE import_rows r SET row_group = 'rejected' FROM bad WHERE r.batch_id = ${batch.batchId} AND r.row_no = bad.row_no`

/** Of a staged row `s` and a person `p`. A birth date known by year or month agrees with every day in it. */
const sameName = (sql: Queryable) => sql`(p.name_folded = fold_text(s."fullName"))`
const sameBirth = (sql: Queryable) => sql`(starts_with(p.born_on_partial, s."bornOn") OR starts_with(s."bornOn", p.born_on_partial))`

/**
 * Facility, then the person: by the ten digits of the cards (those of the old fifteen are their last ten, or an old card's own number) and
 * the 12-digit id. All must lead to one person, and name or birth date must be that person's; a doubt about either is a close match, which nobody writes.
 */
export async function matchClaims(sql: Queryable, columns: Columns, batch: ImportBatch): Promise<void> {
  const staged = stagedRows(sql, { columns }, batch)
  await rejecting(
    sql,
    batch,
    sql`SELECT row_no, 'facilityCode' AS column_name, 'unknown-code' AS code, "facilityCode" AS value FROM ${staged} s
      WHERE row_group IS NULL AND NOT EXISTS (SELECT FROM health_facilities f WHERE f.facility_code = s."facilityCode")`,
  )
  await rejecting(
    sql,
    batch,
    sql`SELECT row_no, 'visitKey' AS column_name, 'row-doubled' AS code, "visitKey" AS value
      FROM (SELECT row_no, "visitKey", row_number() OVER (PARTITION BY "facilityCode", "visitKey" ORDER BY row_no) AS nth FROM ${staged} s WHERE row_group IS NULL) n
      WHERE nth > 1`,
  )
  await sql`
    WITH staged AS MATERIALIZED (SELECT row_no, "cardNumbers", "nationalId", "fullName", "bornOn" FROM ${staged} s WHERE row_group IS NULL),
    cards AS MATERIALIZED (SELECT row_no, card FROM staged, unnest(string_to_array("cardNumbers", ';')) AS card WHERE card ~ '^([A-Z]{2}[1-5]\\d{2})?\\d{10}$'),
    found AS (
      SELECT row_no, person_id FROM cards JOIN insurance_numbers n ON n.insurance_number = right(card, 10)
      UNION SELECT row_no, person_id FROM staged JOIN national_ids i ON i.national_id = "nationalId"
    ), ones AS MATERIALIZED (
      SELECT row_no, min(coalesce(p.merged_into_person_id, p.person_id)) AS person_id, count(DISTINCT coalesce(p.merged_into_person_id, p.person_id)) AS persons
      FROM found JOIN persons p USING (person_id) GROUP BY row_no
    )
    UPDATE import_rows r SET person_id = ones.person_id FROM ones WHERE r.batch_id = ${batch.batchId} AND r.row_no = ones.row_no AND persons = 1`
  await rejectStrangers(sql, columns, batch)
  await sql`
    UPDATE import_rows r SET row_group = CASE
        WHEN k.visit_id IS NULL AND (NOT ${sameName(sql)} OR NOT ${sameBirth(sql)})
          THEN 'close-match'
        WHEN k.visit_id IS NULL THEN 'new'
        WHEN k.person_id = s.person_id AND k.content_hash = sha256(convert_to(visit::text || "costLines"::text || papers::text, 'UTF8')) THEN 'known'
        ELSE 'moved' END
    FROM ${staged} s JOIN persons p ON p.person_id = s.person_id
      LEFT JOIN visit_keys k ON k.facility_code = s."facilityCode" AND k.visit_key = s."visitKey"
    WHERE r.batch_id = ${batch.batchId} AND r.row_no = s.row_no AND s.row_group IS NULL`
}

/** Nobody, more than one, somebody else by name and birth date, or somebody who had died. */
async function rejectStrangers(sql: Queryable, columns: Columns, batch: ImportBatch): Promise<void> {
  const staged = stagedRows(sql, { columns }, batch)
  await rejecting(
    sql,
    batch,
    sql`SELECT row_no, 'cardNumbers' AS column_name,
        CASE WHEN EXISTS (SELECT FROM insurance_numbers n WHERE n.insurance_number = ANY (SELECT right(card, 10) FROM unnest(string_to_array("cardNumbers", ';')) AS card))
            OR EXISTS (SELECT FROM national_ids i WHERE i.national_id = "nationalId")
          THEN 'person-differs' ELSE 'person-unknown' END AS code, "cardNumbers" AS value
      FROM ${staged} s WHERE row_group IS NULL AND person_id IS NULL`,
  )
  await rejecting(
    sql,
    batch,
    sql`SELECT row_no, CASE WHEN p.died_on < (visit->>'admittedAt')::date THEN 'visit' ELSE 'fullName' END AS column_name,
        CASE WHEN p.died_on < (visit->>'admittedAt')::date THEN 'person-dead' ELSE 'person-differs' END AS code, NULL AS value
      FROM ${staged} s JOIN persons p ON p.person_id = s.person_id
      WHERE row_group IS NULL AND (p.died_on < (visit->>'admittedAt')::date
        OR NOT ${sameName(sql)} AND NOT ${sameBirth(sql)})`,
  )
}

/** Two batches of claims are applied one after the other: what a key leads to is asked again under the lock. */
const lockKeys = (transaction: Transaction) => transaction`SELECT pg_advisory_xact_lock(hashtextextended('visit_keys', 0))`

export async function applyClaims(transaction: Transaction, columns: Columns, batch: ImportBatch): Promise<ImportCounts> {
  await lockKeys(transaction)
  const staged = stagedRows(transaction, { columns }, batch)
  const claims = transaction`(SELECT person_id, "facilityCode" AS facility_code, "visitKey" AS visit_key, visit, "costLines" AS cost_lines, papers
    FROM ${staged} s WHERE row_group IN ('new', 'known', 'moved'))`
  return recordVisits(transaction, claims, batch)
}

/** Ends what the batch recorded, records again what it ended (new ids, the same facts), and puts the keys back. */
export async function undoClaims(transaction: Transaction, batch: ImportBatch, compensation: ImportBatch): Promise<ImportCounts> {
  await lockKeys(transaction)
  const [counts] = await transaction<ImportCounts[]>`
    WITH written AS MATERIALIZED (
      SELECT v.person_id, v.visit_id, v.facility_code, v.visit_key FROM visits v
      WHERE v.import_batch_id = ${batch.batchId} AND NOT EXISTS (SELECT FROM visit_endings e WHERE e.person_id = v.person_id AND e.visit_id = v.visit_id)
    ), withdrawn AS (
      INSERT INTO visit_endings (person_id, visit_id, kind, import_batch_id, source)
      SELECT person_id, visit_id, 'withdrawal', ${compensation.batchId}, ${compensation.source} FROM written RETURNING 1
    ), before AS MATERIALIZED (
      SELECT v.*, gen_random_uuid() AS again_id FROM visit_endings e JOIN visits v ON v.person_id = e.person_id AND v.visit_id = e.visit_id
      WHERE e.import_batch_id = ${batch.batchId}
    ), recorded AS (
      INSERT INTO visits (person_id, visit_id, facility_code, visit_key, layout, admitted_at, discharged_at, diagnosis, main_disease_code,
        other_disease_codes, kind_code, reason_code, result_code, discharge_code, cards, total_vnd, covered_vnd, fund_vnd, copayment_exact_vnd, own_vnd,
        other_vnd, sums_agree, content_hash, import_batch_id, source)
      SELECT person_id, again_id, facility_code, visit_key, layout, admitted_at, discharged_at, diagnosis, main_disease_code,
        other_disease_codes, kind_code, reason_code, result_code, discharge_code, cards, total_vnd, covered_vnd, fund_vnd, copayment_exact_vnd, own_vnd,
        other_vnd, sums_agree, content_hash, ${compensation.batchId}, ${compensation.source} FROM before RETURNING 1
    ), lined AS (
      INSERT INTO visit_cost_lines (person_id, visit_id, line_no, kind, code, name, unit, quantity, unit_price_vnd, coverage_percent, amount_vnd, fund_vnd,
        other_vnd, own_vnd, copayment_vnd)
      SELECT l.person_id, again_id, line_no, l.kind, code, name, unit, quantity, unit_price_vnd, coverage_percent, amount_vnd, l.fund_vnd, l.other_vnd,
        l.own_vnd, l.copayment_vnd FROM before b JOIN visit_cost_lines l ON l.person_id = b.person_id AND l.visit_id = b.visit_id
    ), papered AS (
      INSERT INTO visit_papers (person_id, visit_id, kind, serial_number, issued_on, rest_from, rest_to, rest_days)
      SELECT p.person_id, again_id, kind, serial_number, issued_on, rest_from, rest_to, rest_days
      FROM before b JOIN visit_papers p ON p.person_id = b.person_id AND p.visit_id = b.visit_id
    ), keyed AS (
      UPDATE visit_keys k SET person_id = coalesce(b.person_id, w.person_id), visit_id = b.again_id, content_hash = b.content_hash
      FROM written w LEFT JOIN before b ON b.facility_code = w.facility_code AND b.visit_key = w.visit_key
      WHERE k.facility_code = w.facility_code AND k.visit_key = w.visit_key
    )
    SELECT (SELECT count(*) FROM recorded)::integer AS written, (SELECT count(*) FROM withdrawn)::integer AS ended, 0 AS unchanged`
  if (counts === undefined) throw new Error('undoing visits answered nothing')
  return counts
}

export async function countClaimsBuiltUpon(sql: Queryable, { batchId }: ImportBatch): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    SELECT count(*)::integer AS count FROM visits v JOIN visit_endings e ON e.person_id = v.person_id AND e.visit_id = v.visit_id
    WHERE v.import_batch_id = ${batchId}`
  return row?.count ?? 0
}
