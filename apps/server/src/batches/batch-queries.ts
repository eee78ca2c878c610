import type { BatchOdd } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type BatchRow = {
  batchId: string
  batchNumber: string
  employerName: string
  officeId: number
  madeAt: Date
  handedOverAt: Date | null
  receiptEncrypted: Buffer | null
  codeEncrypted: Buffer
  expected: number
  received: number
  odd: number
}
export type BatchFormRow = { position: number; codeTail: string; receivedAt: Date | null; clerkName: string | null }
export type BatchOddRow = { scanId: string; reason: BatchOdd; codeTail: string; scannedAt: Date; clerkName: string }
export type NewBatch = {
  batchId: string
  codeHmac: Buffer
  codeEncrypted: Buffer
  employerName: string
  employerId: number | null
  officeId: number
  officeCode: string
}

const DONE_DAYS = 30

const select = (sql: Queryable) => sql`
  SELECT b.batch_id AS "batchId", b.batch_number AS "batchNumber", b.employer_name AS "employerName", b.office_id AS "officeId", b.made_at AS "madeAt",
    b.handed_over_at AS "handedOverAt", b.receipt_encrypted AS "receiptEncrypted", b.code_encrypted AS "codeEncrypted", f.expected, f.received, (SELECT count(*) FROM hand_in_batch_odds o WHERE o.batch_id = b.batch_id)::integer AS odd
  FROM hand_in_batches b
  CROSS JOIN LATERAL (SELECT count(*)::integer AS expected, count(received_at)::integer AS received FROM hand_in_batch_forms f WHERE f.batch_id = b.batch_id) f`

/** The next number of the office and year is taken here, one at a time. */
export async function insertBatch(sql: Queryable, batch: NewBatch): Promise<string> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('hand-in-batches', ${batch.officeId}))`
  const [row] = await sql<{ batchNumber: string }[]>`
    WITH next AS (
      SELECT extract(year FROM ansinh_today())::smallint AS year, coalesce(max(serial), 0) + 1 AS serial FROM hand_in_batches
      WHERE office_id = ${batch.officeId} AND year = extract(year FROM ansinh_today()))
    INSERT INTO hand_in_batches (batch_id, batch_number, year, serial, code_hmac, code_encrypted, employer_name, employer_id, office_id)
    SELECT ${batch.batchId}, ${batch.officeCode} || '/' || year || '/BK' || lpad(serial::text, greatest(5, length(serial::text)), '0'), year, serial, ${batch.codeHmac}, ${batch.codeEncrypted}, ${batch.employerName}, ${batch.employerId}, ${batch.officeId}
    FROM next RETURNING batch_number AS "batchNumber"`
  if (row === undefined) throw new Error('batch was not written')
  return row.batchNumber
}

export async function insertForms(
  sql: Queryable,
  batchId: string,
  forms: readonly { registrationId: string; codeTail: string }[],
): Promise<void> {
  await sql`
    INSERT INTO hand_in_batch_forms (batch_id, position, registration_id, code_tail)
    SELECT ${batchId}, ordinality, registration_id, code_tail
    FROM unnest(${forms.map((form) => form.registrationId)}::uuid[], ${forms.map((form) => form.codeTail)}::text[]) WITH ORDINALITY AS form (registration_id, code_tail, ordinality)`
}

export async function findBatchRow(sql: Queryable, batchId: string): Promise<BatchRow | null> {
  const [row] = await sql<BatchRow[]>`${select(sql)} WHERE b.batch_id = ${batchId}`
  return row ?? null
}

export async function findBatchByCode(sql: Queryable, { hmac, number }: { hmac: Buffer | null; number: string }): Promise<BatchRow | null> {
  const [row] = await sql<BatchRow[]>`${select(sql)} WHERE b.code_hmac = ${hmac} OR b.batch_number = ${number}`
  return row ?? null
}

export async function findBatchByReceipt(sql: Queryable, receiptHmac: Buffer): Promise<BatchRow | null> {
  const [row] = await sql<BatchRow[]>`${select(sql)} WHERE b.receipt_hmac = ${receiptHmac}`
  return row ?? null
}

export async function listBatchRows(sql: Queryable, officeIds: readonly number[]): Promise<BatchRow[]> {
  return sql<BatchRow[]>`
    ${select(sql)} WHERE b.office_id = ANY (${[...officeIds]}::integer[])
      AND (b.handed_over_at IS NULL OR b.handed_over_at > ansinh_now() - make_interval(days => ${DONE_DAYS}))
    ORDER BY b.handed_over_at IS NOT NULL, b.made_at DESC LIMIT 200`
}

export async function listFormRows(sql: Queryable, batchId: string): Promise<BatchFormRow[]> {
  return sql<BatchFormRow[]>`
    SELECT f.position, f.code_tail AS "codeTail", f.received_at AS "receivedAt", u.full_name AS "clerkName"
    FROM hand_in_batch_forms f LEFT JOIN staff_users u ON u.staff_id = f.received_by WHERE f.batch_id = ${batchId} ORDER BY f.position`
}

export async function listOddRows(sql: Queryable, batchId: string): Promise<BatchOddRow[]> {
  return sql<BatchOddRow[]>`
    SELECT o.scan_id AS "scanId", o.reason, o.code_tail AS "codeTail", o.scanned_at AS "scannedAt", u.full_name AS "clerkName"
    FROM hand_in_batch_odds o JOIN staff_users u USING (staff_id) WHERE o.batch_id = ${batchId} ORDER BY o.scanned_at DESC, o.scan_id LIMIT 1000`
}

/** Held while a form of it is taken and while it is handed over: neither overtakes the other. False when it is closed. */
export async function holdOpenBatch(sql: Queryable, batchId: string, mode: 'for-share' | 'for-update'): Promise<boolean> {
  const rows = await sql`
    SELECT FROM hand_in_batches WHERE batch_id = ${batchId} AND handed_over_at IS NULL ${mode === 'for-share' ? sql`FOR SHARE` : sql`FOR UPDATE`}`
  return rows.length === 1
}

export async function findFormInBatch(sql: Queryable, batchId: string, registrationId: string): Promise<{ received: boolean } | null> {
  const [row] = await sql<{ received: boolean }[]>`
    SELECT received_at IS NOT NULL AS received FROM hand_in_batch_forms WHERE batch_id = ${batchId} AND registration_id = ${registrationId}`
  return row ?? null
}

/** Of two clerks with the same form exactly one is answered true. */
export async function markFormReceived(
  sql: Queryable,
  form: { batchId: string; registrationId: string; staffId: number },
): Promise<boolean> {
  const { count } = await sql`
    UPDATE hand_in_batch_forms SET received_at = ansinh_now(), received_by = ${form.staffId}
    WHERE batch_id = ${form.batchId} AND registration_id = ${form.registrationId} AND received_at IS NULL`
  return count === 1
}

export async function insertOdd(
  sql: Queryable,
  odd: { batchId: string; scanId: string; reason: BatchOdd; codeTail: string; staffId: number },
): Promise<void> {
  await sql`
    INSERT INTO hand_in_batch_odds (batch_id, scan_id, reason, code_tail, staff_id)
    VALUES (${odd.batchId}, ${odd.scanId}, ${odd.reason}, ${odd.codeTail}, ${odd.staffId}) ON CONFLICT DO NOTHING`
}

export async function closeBatch(
  sql: Queryable,
  closing: { batchId: string; staffId: number; receiptHmac: Buffer; receiptEncrypted: Buffer },
): Promise<boolean> {
  const { count } = await sql`
    UPDATE hand_in_batches SET handed_over_at = ansinh_now(), handed_over_by = ${closing.staffId}, receipt_hmac = ${closing.receiptHmac}, receipt_encrypted = ${closing.receiptEncrypted}
    WHERE batch_id = ${closing.batchId} AND handed_over_at IS NULL`
  return count === 1
}
