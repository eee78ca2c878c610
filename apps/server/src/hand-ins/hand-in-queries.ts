import type { AsideReason } from '@an-sinh/contract'
import type { BatchOdd } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type PersonRow = { entryId: string; fullName: string; department: string }
export type SignedRow = PersonRow & {
  codeTail: string
  notedAt: Date
  how: 'scanned' | 'typed' | 'by-hand'
  state: 'ready' | 'put-aside'
  reason: AsideReason | null
  missedIn: string | null
}
export type BatchSummaryRow = {
  batchId: string
  batchNumber: string
  employerName: string
  officeName: string
  expected: number
  received: number
  odd: number
  madeAt: Date
  deliveredAt: Date | null
  handedOverAt: Date | null
}
export type BatchLineRow = { position: number; fullName: string; codeTail: string; receivedAt: Date | null }
export type BatchOddRow = { codeTail: string; reason: BatchOdd; at: Date }
/** Known to the agency's side only. */
export type ListedForm = PersonRow & { registrationId: string; formCodeEncrypted: Buffer; officeId: number; awaited: boolean }

const AWAITED = ['registered', 'form-printed']

/** A form is free when it is in no batch, or its batch was closed without it. */
const isFree = (sql: Queryable) => sql`
  (s.batch_id IS NULL OR EXISTS (
    SELECT FROM hand_in_batches b JOIN hand_in_lines l USING (batch_id) JOIN hand_in_batch_forms f USING (batch_id, position)
    WHERE b.batch_id = s.batch_id AND b.handed_over_at IS NOT NULL AND l.employer_id = s.employer_id AND l.entry_id = s.entry_id AND f.received_at IS NULL))`

/** In hand and not on its way; runs with the employer's rights. */
export async function listSigned(sql: Queryable, employerId: number): Promise<SignedRow[]> {
  return [
    ...(await sql<SignedRow[]>`
      SELECT s.entry_id AS "entryId", r.full_name AS "fullName", r.department, s.code_tail AS "codeTail", s.noted_at AS "notedAt", s.how, s.state, s.reason,
        (SELECT batch_number FROM hand_in_batches b WHERE b.batch_id = s.batch_id) AS "missedIn"
      FROM signed_forms s JOIN roster_entries r USING (employer_id, entry_id)
      WHERE s.employer_id = ${employerId} AND (r.left_on IS NULL OR r.left_on > ansinh_today()) AND ${isFree(sql)}
      ORDER BY r.department COLLATE "vi-x-icu", r.full_name COLLATE "vi-x-icu", s.entry_id`),
  ]
}

/** One form a line, should two lines have become one. */
export async function moveSigned(sql: Queryable, mergerId: string): Promise<void> {
  await sql`
    WITH free AS (
      SELECT DISTINCT ON (g.employer_id, g.entry_id) g.* FROM roster_origins g JOIN signed_forms s ON s.employer_id = g.from_employer_id AND s.entry_id = g.from_entry_id
      WHERE g.merger_id = ${mergerId} AND ${isFree(sql)} AND NOT EXISTS (SELECT FROM signed_forms t WHERE t.employer_id = g.employer_id AND t.entry_id = g.entry_id)
      ORDER BY g.employer_id, g.entry_id, s.noted_at DESC)
    UPDATE signed_forms s SET employer_id = f.employer_id, entry_id = f.entry_id, batch_id = NULL FROM free f
    WHERE s.employer_id = f.from_employer_id AND s.entry_id = f.from_entry_id`
}

/** Registered, with no signed form noted; runs with the employer's rights. */
export async function listWaiting(sql: Queryable, employerId: number): Promise<{ people: PersonRow[]; count: number }> {
  const rows = await sql<(PersonRow & { count: number })[]>`
    SELECT r.entry_id AS "entryId", r.full_name AS "fullName", r.department, count(*) OVER ()::integer AS count FROM roster_entries r
    WHERE r.employer_id = ${employerId} AND (r.left_on IS NULL OR r.left_on > ansinh_today()) AND r.state = ANY(${AWAITED}::text[])
      AND NOT EXISTS (SELECT FROM signed_forms s WHERE s.employer_id = r.employer_id AND s.entry_id = r.entry_id)
    ORDER BY r.department COLLATE "vi-x-icu", r.full_name COLLATE "vi-x-icu", r.entry_id LIMIT 1000`
  return { people: rows.map(({ entryId, fullName, department }) => ({ entryId, fullName, department })), count: rows[0]?.count ?? 0 }
}

/** The agency's side: the forms of an employer's people, of one registration or entry when named. */
export async function listForms(
  sql: Queryable,
  employerId: number,
  { registrationId, entryId }: { registrationId: string | null; entryId: string | null },
): Promise<ListedForm[]> {
  return [
    ...(await sql<ListedForm[]>`
      SELECT r.entry_id AS "entryId", r.full_name AS "fullName", r.department, r.registration_id AS "registrationId", g.form_code_encrypted AS "formCodeEncrypted",
        g.office_id AS "officeId", g.state = 'awaiting-visit' AS awaited
      FROM roster_entries r JOIN registrations g USING (registration_id)
      WHERE r.employer_id = ${employerId} AND (r.left_on IS NULL OR r.left_on > ansinh_today()) AND g.form_code_encrypted IS NOT NULL
        AND (${registrationId}::uuid IS NULL OR r.registration_id = ${registrationId}) AND (${entryId}::uuid IS NULL OR r.entry_id = ${entryId})`),
  ]
}

type Tick = { employerId: number; officerId: number; entryId: string; registrationId: string; codeTail: string; how: SignedRow['how'] }

/** `null`: it is in a batch that is on its way, or was received. */
export async function upsertSigned(sql: Queryable, tick: Tick): Promise<'new' | 'before' | null> {
  const [row] = await sql<{ isNew: boolean }[]>`
    INSERT INTO signed_forms AS s (employer_id, entry_id, registration_id, code_tail, state, how, officer_id)
    VALUES (${tick.employerId}, ${tick.entryId}, ${tick.registrationId}, ${tick.codeTail}, 'ready', ${tick.how}, ${tick.officerId})
    ON CONFLICT (employer_id, entry_id) DO UPDATE SET registration_id = excluded.registration_id, code_tail = excluded.code_tail, state = 'ready', reason = NULL, how = excluded.how,
      officer_id = excluded.officer_id, noted_at = excluded.noted_at, batch_id = NULL
      WHERE ${isFree(sql)}
    RETURNING xmax = 0 AS "isNew"`
  return row === undefined ? null : row.isNew ? 'new' : 'before'
}

/** False when it is not in hand, or in a batch. */
export async function setAside(sql: Queryable, employerId: number, entryId: string, reason: AsideReason | null): Promise<boolean> {
  const { count } =
    reason === null
      ? await sql`DELETE FROM signed_forms s WHERE s.employer_id = ${employerId} AND s.entry_id = ${entryId} AND ${isFree(sql)}`
      : await sql`
          UPDATE signed_forms s SET state = 'put-aside', reason = ${reason}, batch_id = NULL WHERE s.employer_id = ${employerId} AND s.entry_id = ${entryId} AND ${isFree(sql)}`
  return count === 1
}

export async function hasSigned(sql: Queryable, employerId: number, entryId: string): Promise<boolean> {
  return (await sql`SELECT FROM signed_forms WHERE employer_id = ${employerId} AND entry_id = ${entryId}`).count === 1
}

export type ReadyForm = PersonRow & { registrationId: string; codeTail: string; officeId: number; awaited: boolean }

/** Held until the batch is written: two officers make one batch of a form. In the employer's own order. */
export async function holdReady(sql: Queryable, employerId: number): Promise<ReadyForm[]> {
  return [
    ...(await sql<ReadyForm[]>`
      SELECT s.entry_id AS "entryId", r.full_name AS "fullName", r.department, s.registration_id AS "registrationId", s.code_tail AS "codeTail", g.office_id AS "officeId",
        g.state = 'awaiting-visit' AS awaited
      FROM signed_forms s JOIN roster_entries r USING (employer_id, entry_id) JOIN registrations g ON g.registration_id = s.registration_id
      WHERE s.employer_id = ${employerId} AND s.state = 'ready' AND (r.left_on IS NULL OR r.left_on > ansinh_today()) AND ${isFree(sql)}
      ORDER BY r.department COLLATE "vi-x-icu", r.full_name COLLATE "vi-x-icu", s.entry_id FOR UPDATE OF s`),
  ]
}

export async function insertLines(sql: Queryable, batchId: string, employerId: number, entryIds: readonly string[]): Promise<void> {
  await sql`
    INSERT INTO hand_in_lines (batch_id, position, employer_id, entry_id)
    SELECT ${batchId}, ordinality, ${employerId}, entry_id FROM unnest(${[...entryIds]}::uuid[]) WITH ORDINALITY AS line (entry_id, ordinality)`
  await sql`UPDATE signed_forms SET batch_id = ${batchId} WHERE employer_id = ${employerId} AND entry_id = ANY(${[...entryIds]}::uuid[])`
}

const select = (sql: Queryable) => sql`
  SELECT b.batch_id AS "batchId", b.batch_number AS "batchNumber", b.employer_name AS "employerName", o.name AS "officeName", b.made_at AS "madeAt", b.delivered_at AS "deliveredAt",
    b.handed_over_at AS "handedOverAt", f.expected, f.received, (SELECT count(*) FROM hand_in_batch_odds d WHERE d.batch_id = b.batch_id)::integer AS odd
  FROM hand_in_batches b JOIN offices o USING (office_id)
  CROSS JOIN LATERAL (SELECT count(*)::integer AS expected, count(received_at)::integer AS received FROM hand_in_batch_forms f WHERE f.batch_id = b.batch_id) f`

/** Also those of employers that were renamed or merged into this one. */
const isOwn = (sql: Queryable, employerId: number) =>
  sql`b.employer_id IS NOT NULL AND (b.employer_id = ${employerId} OR standing_employer(b.employer_id) = ${employerId})`

export async function listBatches(sql: Queryable, employerId: number): Promise<BatchSummaryRow[]> {
  return [...(await sql<BatchSummaryRow[]>`${select(sql)} WHERE ${isOwn(sql, employerId)} ORDER BY b.made_at DESC, b.batch_id LIMIT 200`)]
}

export async function findBatch(sql: Queryable, employerId: number, batchId: string): Promise<BatchSummaryRow | null> {
  const [row] = await sql<BatchSummaryRow[]>`${select(sql)} WHERE b.batch_id = ${batchId} AND ${isOwn(sql, employerId)}`
  return row ?? null
}

export async function listLines(sql: Queryable, batchId: string): Promise<BatchLineRow[]> {
  return [
    ...(await sql<BatchLineRow[]>`
      SELECT f.position, coalesce(r.full_name, '') AS "fullName", f.code_tail AS "codeTail", f.received_at AS "receivedAt"
      FROM hand_in_batch_forms f LEFT JOIN hand_in_lines l USING (batch_id, position) LEFT JOIN roster_entries r USING (employer_id, entry_id)
      WHERE f.batch_id = ${batchId} ORDER BY f.position`),
  ]
}

export async function listOdds(sql: Queryable, batchId: string): Promise<BatchOddRow[]> {
  return [
    ...(await sql<BatchOddRow[]>`
      SELECT code_tail AS "codeTail", reason, scanned_at AS at FROM hand_in_batch_odds WHERE batch_id = ${batchId} ORDER BY scanned_at DESC, scan_id LIMIT 1000`),
  ]
}

export async function noteDelivery(sql: Queryable, batchId: string): Promise<void> {
  await sql`UPDATE hand_in_batches SET delivered_at = ansinh_now() WHERE batch_id = ${batchId} AND delivered_at IS NULL`
}

export async function readNow(sql: Queryable): Promise<Date> {
  const [row] = await sql<{ now: Date }[]>`SELECT ansinh_now() AS now`
  return row?.now ?? new Date()
}

export async function findEmployerName(sql: Queryable, employerId: number): Promise<string> {
  const [row] = await sql<{ name: string }[]>`SELECT name FROM employers WHERE employer_id = ${employerId}`
  return row?.name ?? ''
}
