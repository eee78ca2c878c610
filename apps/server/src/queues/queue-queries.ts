import type { QueueName } from '@an-sinh/contract'
import type { CivilDate, RegistrationState } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import { postOfToday } from '../staff/index.ts'

export type QueueRow = {
  registrationId: string
  version: number
  fileNumber: string
  fullName: string
  bornOn: string
  state: RegistrationState
  submittedAt: Date
  dueOn: string | null
  graceEndsOn: string | null
  movedByClosure: boolean
  assigneeId: number | null
  assigneeName: string | null
  marks: string[]
  /** Sorts and continues the list: due date (or the day of submission) and id. */
  cursor: string
}

/** Days before the due date from which a case is near it. */
const NEAR_DAYS = 2

/** Handed to the clerk by word, or taken in by the clerk and handed to nobody, or open at the clerk's desk. */
const isMine = (sql: Queryable, staffId: number) => sql`(a.staff_id = ${staffId}
  OR (a.staff_id IS NULL AND r.state IN ('received', 'checked') AND (
    SELECT m.actor_id FROM registration_moves m WHERE m.registration_id = r.registration_id AND m.move = 'receive' AND m.actor_kind = 'staff'
    ORDER BY m.move_no DESC LIMIT 1) = ${String(staffId)})
  OR EXISTS (SELECT FROM registration_locks l WHERE l.registration_id = r.registration_id AND l.staff_id = ${staffId} AND l.locked_until > ansinh_now()))`

/** Which queue a row stands in, by the database's clock; a row may stand in several. */
const conditions = (sql: Queryable, staffId: number) => {
  const runs = sql`r.state IN ('awaiting-visit', 'received', 'checked', 'fraud-review', 'returned')`
  return {
    mine: sql`${runs} AND ${isMine(sql, staffId)}`,
    office: runs,
    'awaiting-visit': sql`r.state = 'awaiting-visit'`,
    received: sql`r.state = 'received'`,
    returned: sql`r.state = 'returned'`,
    'near-deadline': sql`r.state = 'awaiting-visit' AND r.due_on BETWEEN ansinh_today() AND ansinh_today() + ${NEAR_DAYS}::integer`,
    'in-grace': sql`r.state = 'awaiting-visit' AND r.due_on < ansinh_today() AND r.grace_ends_on >= ansinh_today()`,
    'fraud-review': sql`r.state = 'fraud-review'`,
    // One has looked; who is to be the second is told to nobody before.
    'second-check': sql`r.state = 'checked'`,
    decided: sql`r.state IN ('approved', 'activated', 'refused')`,
    expired: sql`(r.state = 'expired' OR (r.state = 'awaiting-visit' AND r.grace_ends_on < ansinh_today()))`,
  } as const satisfies Record<QueueName, unknown>
}

/** One office, as nearly every desk has, is read in the order of its index. */
const atDesk = (sql: Queryable, [first = 0, ...replaced]: readonly number[]) =>
  replaced.length === 0 ? sql`r.office_id = ${first}` : sql`r.office_id = ANY(${[first, ...replaced]}::integer[])`

const fromCases = (sql: Queryable) => sql`FROM registrations r LEFT JOIN case_assignments a ON a.registration_id = r.registration_id`

export type Desk = { officeIds: readonly number[]; staffId: number }

/** Exact counts of a desk's queues in one pass over the index ranges of its offices. */
export async function countQueues(sql: Queryable, { officeIds, staffId }: Desk): Promise<Record<QueueName, number>> {
  const counts = Object.entries(conditions(sql, staffId)).map(
    ([name, where]) => sql`count(*) FILTER (WHERE ${where})::integer AS ${sql(name)}`,
  )
  const [row] = await sql<Record<QueueName, number>[]>`
    SELECT ${counts.flatMap((count, at) => (at === 0 ? count : sql`, ${count}`))} ${fromCases(sql)} WHERE ${atDesk(sql, officeIds)} AND r.file_number IS NOT NULL`
  if (row === undefined) throw new Error('count answered no row')
  return row
}

/** `cursor` of the last row shown, or null; `q`: part of a name (accents do not matter), of a file number, or the phone's last digits. */
export type QueueQuestion = Desk & { queue: QueueName | null; q: string | null; cursor: string | null; limit: number }

/** A cursor of another shape begins at the start. */
const CURSOR = /^(\d{4}-\d{2}-\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u

const matches = (sql: Queryable, q: string) => {
  const digits = q.replace(/\D/gu, '')
  const like = (text: string): string => text.replace(/[\\%_]/gu, (sign) => `\\${sign}`)
  return sql`(r.declared_name_folded LIKE '%' || fold_text(${like(q)}) || '%' OR r.file_number LIKE '%' || ${like(q.replace(/\s/gu, ''))} || '%'
    ${digits.length >= 3 ? sql`OR r.proved_phone LIKE '%' || ${digits.replace(/^0/u, '')}` : sql``})`
}

const columns = (
  sql: Queryable,
) => sql`r.registration_id AS "registrationId", r.version, r.file_number AS "fileNumber", r.declared ->> 'fullName' AS "fullName", r.declared ->> 'bornOn' AS "bornOn",
  r.state, r.submitted_at AS "submittedAt", r.due_on AS "dueOn", r.grace_ends_on AS "graceEndsOn",
  coalesce(r.state = 'awaiting-visit' AND r.deadline_facts @> '{"moved": [{"why": "closure"}]}', false) AS "movedByClosure",
  a.staff_id AS "assigneeId", s.full_name AS "assigneeName", r.marks, k.sort_on || '_' || r.registration_id AS cursor`

/** One page of a desk's queue, oldest due date first; continues by key, so a page stays right while others work. */
export async function listQueueRows(sql: Queryable, question: QueueQuestion): Promise<QueueRow[]> {
  const [, afterOn = null, afterId = null] = CURSOR.exec(question.cursor ?? '') ?? []
  const { q, queue } = question
  return [
    ...(await sql<QueueRow[]>`SELECT ${columns(sql)}
      ${fromCases(sql)} LEFT JOIN staff_users s ON s.staff_id = a.staff_id CROSS JOIN LATERAL (SELECT coalesce(r.due_on, r.submitted_on) AS sort_on) k
      WHERE ${atDesk(sql, question.officeIds)} AND r.file_number IS NOT NULL AND ${queue === null ? sql`r.state <> 'withdrawn'` : conditions(sql, question.staffId)[queue]}
        AND ${q === null || q.trim() === '' ? sql`true` : matches(sql, q.trim())}
        AND (${afterOn}::date IS NULL OR (k.sort_on, r.registration_id) > (${afterOn}::date, ${afterId}::uuid))
      ORDER BY k.sort_on, r.registration_id LIMIT ${question.limit}`),
  ]
}

/** These cases of the desk, in the order of the queue. */
export async function listCases(
  sql: Queryable,
  { officeIds }: Pick<Desk, 'officeIds'>,
  registrationIds: readonly string[],
): Promise<QueueRow[]> {
  return [
    ...(await sql<QueueRow[]>`SELECT ${columns(sql)}
      ${fromCases(sql)} LEFT JOIN staff_users s ON s.staff_id = a.staff_id CROSS JOIN LATERAL (SELECT coalesce(r.due_on, r.submitted_on) AS sort_on) k
      WHERE ${atDesk(sql, officeIds)} AND r.file_number IS NOT NULL AND r.registration_id = ANY(${[...registrationIds]}::uuid[])
      ORDER BY k.sort_on, r.registration_id`),
  ]
}

export type StateRow = { registrationId: string; state: RegistrationState; on: CivilDate }

/** The states of these cases since the beginning, with the day in Viet Nam on which each was entered. */
export async function listStates(sql: Queryable, registrationIds: readonly string[]): Promise<StateRow[]> {
  return [
    ...(await sql<
      StateRow[]
    >`SELECT registration_id AS "registrationId", to_state AS state, (moved_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "on"
      FROM registration_moves WHERE registration_id = ANY(${[...registrationIds]}::uuid[]) ORDER BY registration_id, move_no`),
  ]
}

/** Whether this phone was sent a reminder today; others who ask about it wait until the transaction ends. */
export async function wasRemindedToday(sql: Queryable, recipientHmac: Buffer): Promise<boolean> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(encode(${recipientHmac}::bytea, 'hex'), 0))`
  const [row] = await sql<{ reminded: boolean }[]>`
    SELECT EXISTS (SELECT FROM messages WHERE recipient_hmac = ${recipientHmac} AND event = 'reminder'
      AND created_at >= ansinh_today()::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh') AS reminded`
  return row?.reminded === true
}

export async function upsertAssignment(sql: Queryable, registrationId: string, staffId: number, assignedBy: number): Promise<void> {
  await sql`INSERT INTO case_assignments (registration_id, staff_id, assigned_by) VALUES (${registrationId}, ${staffId}, ${assignedBy})
    ON CONFLICT (registration_id) DO UPDATE SET staff_id = EXCLUDED.staff_id, assigned_by = EXCLUDED.assigned_by, assigned_at = ansinh_now()`
}

/** Clerks and supervisors who work at one of these offices today. */
export async function listColleaguesAt(sql: Queryable, officeIds: readonly number[]): Promise<{ staffId: number; fullName: string }[]> {
  return [
    ...(await sql<
      { staffId: number; fullName: string }[]
    >`SELECT u.staff_id AS "staffId", u.full_name AS "fullName" FROM staff_users u ${postOfToday(sql)}
      WHERE post.office_id = ANY(${[...officeIds]}::integer[]) AND post.role IN ('clerk', 'supervisor') AND u.stopped_at IS NULL
        AND ansinh_today() BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity') ORDER BY u.full_name COLLATE "vi-x-icu", u.staff_id`),
  ]
}

export type ExpectedRow = {
  registrationId: string
  fileNumber: string
  fullName: string
  formCodeEncrypted: Buffer
  dueOn: CivilDate
  graceEndsOn: CivilDate
}

/** Whose form is awaited and would still be taken today, those first whose time ends first. */
export async function listExpected(sql: Queryable, officeIds: readonly number[], limit: number): Promise<ExpectedRow[]> {
  return [
    ...(await sql<ExpectedRow[]>`
      SELECT registration_id AS "registrationId", file_number AS "fileNumber", declared ->> 'fullName' AS "fullName", form_code_encrypted AS "formCodeEncrypted",
        due_on AS "dueOn", grace_ends_on AS "graceEndsOn"
      FROM registrations WHERE office_id = ANY(${[...officeIds]}::integer[]) AND state = 'awaiting-visit' AND grace_ends_on >= ansinh_today()
      ORDER BY due_on, file_number LIMIT ${limit}`),
  ]
}

/** The database's clock: a desk's own may be wrong. */
export async function readNow(sql: Queryable): Promise<Date> {
  const [row] = await sql<{ now: Date }[]>`SELECT ansinh_now() AS now`
  if (row === undefined) throw new Error('the database knows no time')
  return row.now
}
