import type { PendingQuery, Row } from 'postgres'
import type { ImportBatch, ImportCounts } from '../platform/import-kind.ts'
import type { Queryable } from '../platform/sql.ts'

/** Rows `person_id, facility_code, visit_key, visit, cost_lines, papers` (the last three jsonb) in a FROM clause. */
type ClaimRows = PendingQuery<Row[]>

/**
 * Records the visits of `claims` with lines and papers, in one statement. A facility's key that stands already with other content is ended
 * (correction) and recorded anew, also under another person; the same content stays. No key may be in `claims` twice.
 * A message "a visit was recorded" to the person belongs into the caller's transaction, beside this call.
 */
export async function recordVisits(sql: Queryable, claims: ClaimRows, batch: ImportBatch): Promise<ImportCounts> {
  const [counts] = await sql<ImportCounts[]>`
    WITH claims AS MATERIALIZED (
      SELECT c.*, gen_random_uuid() AS visit_id, sha256(convert_to(visit::text || cost_lines::text || papers::text, 'UTF8')) AS content_hash
      FROM ${claims} c
    ), due AS MATERIALIZED (
      SELECT c.*, k.person_id AS old_person_id, k.visit_id AS old_visit_id
      FROM claims c LEFT JOIN visit_keys k ON k.facility_code = c.facility_code AND k.visit_key = c.visit_key
      WHERE k.visit_id IS NULL OR k.content_hash IS DISTINCT FROM c.content_hash OR k.person_id <> c.person_id
    ), ended AS (
      INSERT INTO visit_endings (person_id, visit_id, kind, import_batch_id, source)
      SELECT old_person_id, old_visit_id, 'correction', ${batch.batchId}::uuid, ${batch.source} FROM due WHERE old_visit_id IS NOT NULL
      RETURNING 1
    ), keyed AS (
      INSERT INTO visit_keys (facility_code, visit_key, person_id, visit_id, content_hash)
      SELECT facility_code, visit_key, person_id, visit_id, content_hash FROM due
      ON CONFLICT (facility_code, visit_key)
        DO UPDATE SET person_id = excluded.person_id, visit_id = excluded.visit_id, content_hash = excluded.content_hash
    ), lined AS (
      INSERT INTO visit_cost_lines (person_id, visit_id, line_no, kind, code, name, unit, quantity, unit_price_vnd, coverage_percent, amount_vnd, fund_vnd,
        other_vnd, own_vnd, copayment_vnd)
      SELECT d.person_id, d.visit_id, l.line_no, kind, code, name, unit, quantity, "unitPriceVnd", "coveragePercent", "amountVnd", "fundVnd",
        "otherVnd", "ownVnd", "copaymentVnd"
      FROM due d, ROWS FROM (jsonb_to_recordset(d.cost_lines) AS (kind text, code text, name text, unit text, quantity numeric, "unitPriceVnd" numeric,
        "coveragePercent" smallint, "amountVnd" numeric, "fundVnd" numeric, "otherVnd" numeric, "ownVnd" numeric, "copaymentVnd" numeric))
        WITH ORDINALITY AS l(kind, code, name, unit, quantity, "unitPriceVnd", "coveragePercent", "amountVnd", "fundVnd", "otherVnd", "ownVnd",
        "copaymentVnd", line_no)
    ), papered AS (
      INSERT INTO visit_papers (person_id, visit_id, kind, serial_number, issued_on, rest_from, rest_to, rest_days)
      SELECT d.person_id, d.visit_id, kind, "serialNumber", "issuedOn", "restFrom", "restTo", "restDays"
      FROM due d, jsonb_to_recordset(d.papers) AS p(kind text, "serialNumber" text, "issuedOn" date, "restFrom" date, "restTo" date, "restDays" smallint)
    ), recorded AS (
      INSERT INTO visits (person_id, visit_id, facility_code, visit_key, layout, admitted_at, discharged_at, diagnosis, main_disease_code,
        other_disease_codes, kind_code, reason_code, result_code, discharge_code, cards, total_vnd, covered_vnd, fund_vnd, copayment_exact_vnd, own_vnd,
        other_vnd, sums_agree, content_hash, import_batch_id, source)
      SELECT d.person_id, d.visit_id, d.facility_code, d.visit_key, layout, "admittedAt", "dischargedAt", diagnosis, "mainDiseaseCode",
        ARRAY(SELECT jsonb_array_elements_text("otherDiseaseCodes")), "kindCode", "reasonCode", "resultCode", "dischargeCode", cards, "totalVnd",
        "coveredVnd", "fundVnd", "copaymentVnd", "ownVnd", "otherVnd", "sumsAgree", content_hash, ${batch.batchId}::uuid, ${batch.source}
      FROM due d, jsonb_to_record(d.visit) AS v(layout text, "admittedAt" timestamp, "dischargedAt" timestamp, diagnosis text, "mainDiseaseCode" text,
        "otherDiseaseCodes" jsonb, "kindCode" text, "reasonCode" text, "resultCode" text, "dischargeCode" text, cards jsonb, "totalVnd" numeric,
        "coveredVnd" numeric, "fundVnd" numeric, "copaymentVnd" numeric, "ownVnd" numeric, "otherVnd" numeric, "sumsAgree" boolean)
      RETURNING 1
    )
    SELECT (SELECT count(*) FROM recorded)::integer AS written, (SELECT count(*) FROM ended)::integer AS ended,
      (SELECT count(*) FROM claims)::integer - (SELECT count(*) FROM due)::integer AS unchanged`
  if (counts === undefined) throw new Error('recording visits answered nothing')
  return counts
}
