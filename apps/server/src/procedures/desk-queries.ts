import type { CivilDate, CorrectionLineKind, CorrectionState } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import type { RequestPurpose } from './correction-queries.ts'

export type RequestQueue = 'to-decide' | 'near-deadline' | 'waiting' | 'decided'

export type DeskRequestRow = {
  requestId: string
  personId: number
  officeId: number
  fileNumber: string
  purpose: RequestPurpose
  lineKind: CorrectionLineKind
  state: CorrectionState
  dueOn: CivilDate
  sentAt: Date
  version: number
  decisionId: string | null
}

const columns = (sql: Queryable) => sql`
  q.request_id AS "requestId", q.person_id AS "personId", q.office_id AS "officeId", q.file_number AS "fileNumber", q.purpose, q.line_kind AS "lineKind", q.state,
  q.due_on AS "dueOn", q.sent_at AS "sentAt", q.version, q.decision_id AS "decisionId"`

/** Days before the due date from which a request stands in the queue of those that run out. */
const NEAR_DAYS = 3
const DECIDED_DAYS = 30

const isIn = (sql: Queryable, queue: RequestQueue) => {
  if (queue === 'waiting') return sql`q.state = 'waiting'`
  if (queue === 'decided')
    return sql`q.state IN ('corrected', 'kept', 'withdrawn') AND q.state_since > ansinh_now() - make_interval(days => ${DECIDED_DAYS})`
  const open = sql`q.state IN ('received', 'in-review')`
  return queue === 'to-decide' ? open : sql`${open} AND q.due_on <= ansinh_today() + ${NEAR_DAYS}::integer`
}

export async function findDeskRequest(
  sql: Queryable,
  requestId: string,
  lock: 'none' | 'for-update' = 'none',
): Promise<DeskRequestRow | null> {
  const [row] = await sql<DeskRequestRow[]>`
    SELECT ${columns(sql)} FROM desk_requests q WHERE q.request_id = ${requestId} ${lock === 'for-update' ? sql`FOR UPDATE` : sql``}`
  return row ?? null
}

/** Where a request's number leads; null when nobody has it. */
export async function findRequestIdByNumber(sql: Queryable, fileNumber: string): Promise<string | null> {
  const [row] = await sql<
    { requestId: string }[]
  >`SELECT request_id AS "requestId" FROM correction_file_numbers WHERE file_number = ${fileNumber}`
  return row?.requestId ?? null
}

type Question = { officeIds: readonly number[]; queue: RequestQueue; fileNumber: string | null; limit: number; after: string | null }

/** The whole number, or its last part as people say it (`DC00012`); whatever queue it stands in. */
const isNumbered = (sql: Queryable, fileNumber: string) =>
  sql`(q.file_number = ${fileNumber} OR right(q.file_number, ${fileNumber.length + 1}) = ${`/${fileNumber}`})`

/** First what is due first; of the decided ones the latest first. `after`: the last request of the page before. */
export async function listDeskRequests(
  sql: Queryable,
  { officeIds, queue, fileNumber, limit, after }: Question,
): Promise<(DeskRequestRow & { fullName: string })[]> {
  const key = queue === 'decided' ? sql`-extract(epoch FROM q.state_since)` : sql`extract(epoch FROM q.due_on)`
  return [
    ...(await sql<(DeskRequestRow & { fullName: string })[]>`
      SELECT ${columns(sql)}, p.full_name AS "fullName" FROM desk_requests q JOIN persons p ON p.person_id = q.person_id
      WHERE q.office_id = ANY(${[...officeIds]}::integer[]) AND ${fileNumber === null ? isIn(sql, queue) : isNumbered(sql, fileNumber)}
        AND (${after}::uuid IS NULL OR (${key}, q.request_id) > (SELECT ${key}, q.request_id FROM desk_requests q WHERE q.request_id = ${after}))
      ORDER BY ${key}, q.request_id LIMIT ${limit}`),
  ]
}

export async function countDeskRequests(sql: Queryable, officeIds: readonly number[]): Promise<Record<RequestQueue, number>> {
  const count = (queue: RequestQueue) => sql`(count(*) FILTER (WHERE ${isIn(sql, queue)}))::integer`
  const [row] = await sql<Record<RequestQueue, number>[]>`
    SELECT ${count('to-decide')} AS "to-decide", ${count('near-deadline')} AS "near-deadline", ${count('waiting')} AS waiting, ${count('decided')} AS decided
    FROM desk_requests q WHERE q.office_id = ANY(${[...officeIds]}::integer[])`
  return row ?? { 'to-decide': 0, 'near-deadline': 0, waiting: 0, decided: 0 }
}

/** Takes the request for this decision; false when somebody was quicker, or it moved since `version` was read. */
export async function holdForDecision(
  sql: Queryable,
  { requestId, decisionId, version }: { requestId: string; decisionId: string; version: number },
): Promise<boolean> {
  const { count } = await sql`
    UPDATE desk_requests SET decision_id = ${decisionId}, version = version + 1
    WHERE request_id = ${requestId} AND version = ${version} AND decision_id IS NULL AND state IN ('received', 'in-review')`
  return count === 1
}

/** The decision is released or taken back. */
export async function letGoOfDecision(sql: Queryable, { requestId, decisionId }: { requestId: string; decisionId: string }): Promise<void> {
  await sql`UPDATE desk_requests SET decision_id = NULL, version = version + 1 WHERE request_id = ${requestId} AND decision_id = ${decisionId}`
}
