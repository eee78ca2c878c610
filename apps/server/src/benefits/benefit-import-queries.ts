import type { ImportBatch, ImportColumn, ImportCounts } from '../platform/import-kind.ts'
import type { Queryable } from '../platform/sql.ts'
import { stagedRows } from '../platform/staged-rows.ts'

type Columns = readonly ImportColumn[]

const incoming = (sql: Queryable, columns: Columns, batch: ImportBatch) => sql`(
  SELECT row_no, row_group, person_id, "insuranceNumber" AS insurance_number, kind,
    coalesce(regime, CASE kind WHEN 'lump-sum' THEN 'lump-sum' WHEN 'unemployment' THEN 'unemployment-allowance' END) AS regime,
    "decisionNumber" AS decision_number, "decidedOn" AS decided_on, CASE WHEN kind = 'adjustment' THEN adjusts END AS adjusts_decision_number,
    "fromOn" AS from_on, "toOn" AS to_on, "amountVnd" AS amount_vnd, "monthsGranted"::smallint AS months_granted, "payerName" AS payer_name,
    "accountLast4" AS account_last4, "bankName" AS bank_name, note
  FROM ${stagedRows(sql, { columns }, batch)} s)`

/** What a decision is known by: its number, regime and period. */
const sameKey = (sql: Queryable) => sql`b.person_id = c.person_id AND b.decision_number = c.decision_number AND b.regime = c.regime
  AND b.from_on IS NOT DISTINCT FROM c.from_on AND b.to_on IS NOT DISTINCT FROM c.to_on AND (b.kind = 'adjustment') = (c.kind = 'adjustment')`

const compared = (sql: Queryable, columns: Columns, batch: ImportBatch) => sql`
  c AS MATERIALIZED (SELECT * FROM ${incoming(sql, columns, batch)} c WHERE c.row_group IS DISTINCT FROM 'rejected' AND c.person_id IS NOT NULL),
  b AS MATERIALIZED (
    SELECT b.* FROM benefits b WHERE b.person_id IN (SELECT person_id FROM c)
      AND NOT EXISTS (SELECT FROM benefit_endings e WHERE e.person_id = b.person_id AND e.benefit_id = b.benefit_id)
  ), compared AS MATERIALIZED (
    SELECT DISTINCT ON (c.row_no) c.row_no, c.person_id, c.kind, c.regime, c.decision_number, c.decided_on, c.adjusts_decision_number, c.from_on, c.to_on, c.amount_vnd,
      coalesce(c.months_granted, b.months_granted) AS months_granted, coalesce(c.payer_name, b.payer_name) AS payer_name,
      coalesce(c.account_last4, b.account_last4) AS account_last4, coalesce(c.bank_name, b.bank_name) AS bank_name, coalesce(c.note, b.note) AS note,
      b.benefit_id AS old_id,
      b.benefit_id IS NOT NULL AND (c.kind, c.decided_on, c.amount_vnd) = (b.kind, b.decided_on, b.amount_vnd)
        AND c.adjusts_decision_number IS NOT DISTINCT FROM b.adjusts_decision_number
        AND coalesce(c.months_granted, b.months_granted) IS NOT DISTINCT FROM b.months_granted AND coalesce(c.payer_name, b.payer_name) IS NOT DISTINCT FROM b.payer_name
        AND coalesce(c.account_last4, b.account_last4) IS NOT DISTINCT FROM b.account_last4 AND coalesce(c.bank_name, b.bank_name) IS NOT DISTINCT FROM b.bank_name
        AND coalesce(c.note, b.note) IS NOT DISTINCT FROM b.note AS is_same
    FROM c LEFT JOIN b ON ${sameKey(sql)} ORDER BY c.row_no, b.recorded_at DESC
  )`

/** Rejected with its reason, or known, moved, new. */
export async function matchBenefits(sql: Queryable, columns: Columns, batch: ImportBatch): Promise<void> {
  await sql`
    WITH c AS MATERIALIZED (
      SELECT c.*, i.person_id AS owner_id, row_number() OVER (PARTITION BY i.person_id, c.decision_number, c.regime, c.from_on, c.to_on, c.kind = 'adjustment' ORDER BY c.row_no) AS place
      FROM ${incoming(sql, columns, batch)} c LEFT JOIN insurance_numbers i ON i.insurance_number = c.insurance_number WHERE c.row_group IS NULL
    ), judged AS MATERIALIZED (
      SELECT c.row_no, c.owner_id,
        CASE WHEN c.owner_id IS NULL THEN ARRAY['person-unknown', 'insuranceNumber', c.insurance_number]
          WHEN c.decided_on > ansinh_today() THEN ARRAY['in-the-future', 'decidedOn', c.decided_on::text]
          WHEN c.decided_on::text < p.born_on_partial THEN ARRAY['outside-life', 'decidedOn', c.decided_on::text]
          WHEN c.place > 1 THEN ARRAY['row-doubled', 'decisionNumber', c.decision_number] END AS fault
      FROM c LEFT JOIN persons p ON p.person_id = c.owner_id
    ), told AS (
      INSERT INTO import_row_faults (batch_id, row_no, code, column_name, value)
      SELECT ${batch.batchId}, row_no, fault[1], fault[2], fault[3] FROM judged WHERE fault IS NOT NULL
    )
    UPDATE import_rows r SET row_group = CASE WHEN j.fault IS NOT NULL THEN 'rejected' END, person_id = j.owner_id
    FROM judged j WHERE r.batch_id = ${batch.batchId} AND r.row_no = j.row_no`
  await sql`
    WITH ${compared(sql, columns, batch)}
    UPDATE import_rows r SET row_group = CASE WHEN compared.is_same THEN 'known' WHEN compared.old_id IS NOT NULL THEN 'moved' ELSE 'new' END
    FROM compared WHERE r.batch_id = ${batch.batchId} AND r.row_no = compared.row_no AND r.row_group IS NULL`
}

/** One statement, so that what is ended and what is written are decided on the same facts. */
export async function applyBenefits(sql: Queryable, columns: Columns, batch: ImportBatch): Promise<ImportCounts> {
  const [counts] = await sql<ImportCounts[]>`
    WITH ${compared(sql, columns, batch)}, ended AS (
      INSERT INTO benefit_endings (person_id, benefit_id, kind, import_batch_id, source)
      SELECT person_id, old_id, 'correction', ${batch.batchId}, ${batch.source} FROM compared WHERE old_id IS NOT NULL AND NOT is_same RETURNING 1
    ), written AS (
      INSERT INTO benefits (person_id, benefit_id, kind, regime, decision_number, decided_on, adjusts_decision_number, from_on, to_on, amount_vnd, months_granted,
        payer_name, account_last4, bank_name, note, import_batch_id, source)
      SELECT person_id, gen_random_uuid(), kind, regime, decision_number, decided_on, adjusts_decision_number, from_on, to_on, amount_vnd, months_granted,
        payer_name, account_last4, bank_name, note, ${batch.batchId}, ${batch.source} FROM compared WHERE NOT is_same RETURNING 1
    )
    SELECT (SELECT count(*) FROM written)::integer AS written, (SELECT count(*) FROM ended)::integer AS ended,
      (SELECT count(*) FROM compared WHERE is_same)::integer AS unchanged`
  if (counts === undefined) throw new Error('nothing counted')
  return counts
}

/** Benefits of the batch that something has ended since. */
export async function countBenefitsBuiltUpon(sql: Queryable, { batchId }: ImportBatch): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    SELECT count(*)::integer AS count FROM benefits b JOIN benefit_endings e ON e.person_id = b.person_id AND e.benefit_id = b.benefit_id
    WHERE b.import_batch_id = ${batchId}`
  return row?.count ?? 0
}

/** What the batch wrote never was; what it ended stands again, as a new record with the old one's facts and source. */
export async function undoBenefits(sql: Queryable, batch: ImportBatch, compensation: ImportBatch): Promise<ImportCounts> {
  const [counts] = await sql<ImportCounts[]>`
    WITH withdrawn AS (
      INSERT INTO benefit_endings (person_id, benefit_id, kind, import_batch_id, source)
      SELECT person_id, benefit_id, 'withdrawal', ${compensation.batchId}, ${compensation.source} FROM benefits b WHERE b.import_batch_id = ${batch.batchId}
        AND NOT EXISTS (SELECT FROM benefit_endings e WHERE e.person_id = b.person_id AND e.benefit_id = b.benefit_id) RETURNING 1
    ), restored AS (
      INSERT INTO benefits (person_id, benefit_id, kind, regime, decision_number, decided_on, adjusts_decision_number, from_on, to_on, amount_vnd, months_granted,
        payer_name, account_last4, bank_name, note, import_batch_id, source)
      SELECT b.person_id, gen_random_uuid(), b.kind, b.regime, b.decision_number, b.decided_on, b.adjusts_decision_number, b.from_on, b.to_on, b.amount_vnd, b.months_granted,
        b.payer_name, b.account_last4, b.bank_name, b.note, ${compensation.batchId}, b.source
      FROM benefit_endings e JOIN benefits b ON b.person_id = e.person_id AND b.benefit_id = e.benefit_id WHERE e.import_batch_id = ${batch.batchId} RETURNING 1
    )
    SELECT (SELECT count(*) FROM restored)::integer AS written, (SELECT count(*) FROM withdrawn)::integer AS ended, 0 AS unchanged`
  if (counts === undefined) throw new Error('nothing counted')
  return counts
}
