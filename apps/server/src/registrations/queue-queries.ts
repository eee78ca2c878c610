import type { Queryable } from '../platform/sql.ts'
import type { RegistrationState } from '@an-sinh/domain'

export type QueueName = 'awaiting-visit' | 'received' | 'returned' | 'near-deadline' | 'in-grace' | 'decided' | 'expired'

export type QueueRow = {
  registrationId: string
  fileNumber: string
  fullName: string
  bornOn: string
  state: RegistrationState
  submittedAt: Date
  dueOn: string | null
  graceEndsOn: string | null
  marks: string[]
  /** Sorts and continues the list: due date (or the day of submission) and id. */
  cursor: string
}

/** Days before the due date from which a case is near it. */
const NEAR_DAYS = 2

/** Which queue a row stands in, by the database's clock; a row may stand in two (awaiting and near). */
const conditions = (sql: Queryable) => ({
  'awaiting-visit': sql`r.state = 'awaiting-visit'`,
  received: sql`r.state IN ('received', 'checked', 'fraud-review')`,
  returned: sql`r.state = 'returned'`,
  'near-deadline': sql`r.state = 'awaiting-visit' AND r.due_on BETWEEN ansinh_today() AND ansinh_today() + ${NEAR_DAYS}::integer`,
  'in-grace': sql`r.state = 'awaiting-visit' AND r.due_on < ansinh_today() AND r.grace_ends_on >= ansinh_today()`,
  decided: sql`r.state IN ('approved', 'activated', 'refused')`,
  expired: sql`(r.state = 'expired' OR (r.state = 'awaiting-visit' AND r.grace_ends_on < ansinh_today()))`,
})

/** One office, as nearly every desk has, is read in the order of its index. */
const atDesk = (sql: Queryable, [first = 0, ...replaced]: readonly number[]) =>
  replaced.length === 0 ? sql`r.office_id = ${first}` : sql`r.office_id = ANY(${[first, ...replaced]}::integer[])`

/** Exact counts of a desk's queues in one pass over the index ranges of its offices. */
export async function countQueues(sql: Queryable, officeIds: readonly number[]): Promise<Record<QueueName, number>> {
  const where = conditions(sql)
  const [row] = await sql<Record<QueueName, number>[]>`SELECT
      count(*) FILTER (WHERE ${where['awaiting-visit']})::integer AS "awaiting-visit", count(*) FILTER (WHERE ${where.received})::integer AS received,
      count(*) FILTER (WHERE ${where.returned})::integer AS returned, count(*) FILTER (WHERE ${where['near-deadline']})::integer AS "near-deadline",
      count(*) FILTER (WHERE ${where['in-grace']})::integer AS "in-grace", count(*) FILTER (WHERE ${where.decided})::integer AS decided,
      count(*) FILTER (WHERE ${where.expired})::integer AS expired
    FROM registrations r WHERE ${atDesk(sql, officeIds)} AND r.file_number IS NOT NULL`
  if (row === undefined) throw new Error('count answered no row')
  return row
}

/** `cursor` of the last row shown, or null; `q`: part of a name (accents do not matter), of a file number, or the phone's last digits. */
export type QueueQuestion = {
  officeIds: readonly number[]
  queue: QueueName | null
  q: string | null
  cursor: string | null
  limit: number
}

/** A cursor of another shape begins at the start. */
const CURSOR = /^(\d{4}-\d{2}-\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u

const matches = (sql: Queryable, q: string) => {
  const digits = q.replace(/\D/gu, '')
  const like = (text: string): string => text.replace(/[\\%_]/gu, (sign) => `\\${sign}`)
  return sql`(r.declared_name_folded LIKE '%' || fold_text(${like(q)}) || '%' OR r.file_number LIKE '%' || ${like(q.replace(/\s/gu, ''))} || '%'
    ${digits.length >= 3 ? sql`OR r.proved_phone LIKE '%' || ${digits.replace(/^0/u, '')}` : sql``})`
}

/** One page of a desk's queue, oldest due date first; continues by key, so a page stays right while others work. */
export async function listQueueRows(sql: Queryable, question: QueueQuestion): Promise<QueueRow[]> {
  const [, afterOn = null, afterId = null] = CURSOR.exec(question.cursor ?? '') ?? []
  return [
    ...(await sql<
      QueueRow[]
    >`SELECT r.registration_id AS "registrationId", r.file_number AS "fileNumber", r.declared ->> 'fullName' AS "fullName", r.declared ->> 'bornOn' AS "bornOn",
        r.state, r.submitted_at AS "submittedAt", r.due_on AS "dueOn", r.grace_ends_on AS "graceEndsOn", r.marks, k.sort_on || '_' || r.registration_id AS cursor
      FROM registrations r CROSS JOIN LATERAL (SELECT coalesce(r.due_on, r.submitted_on) AS sort_on) k
      WHERE ${atDesk(sql, question.officeIds)} AND r.file_number IS NOT NULL AND ${question.queue === null ? sql`r.state <> 'withdrawn'` : conditions(sql)[question.queue]}
        AND ${question.q === null || question.q.trim() === '' ? sql`true` : matches(sql, question.q.trim())}
        AND (${afterOn}::date IS NULL OR (k.sort_on, r.registration_id) > (${afterOn}::date, ${afterId}::uuid))
      ORDER BY k.sort_on, r.registration_id LIMIT ${question.limit}`),
  ]
}
