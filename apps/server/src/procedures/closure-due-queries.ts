import type { CivilDate } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

/** `startedOn`: when the clock began or, after an addition, went on. */
export type RunningRequest = { requestId: string; personId: number; startedOn: CivilDate; dueOn: CivilDate }
export type MovedRequest = { requestId: string; personId: number; beforeDueOn: CivilDate; afterDueOn: CivilDate }

/** By the person or at the sending, never by a closure. */
const clockStart = (sql: Queryable) => sql`coalesce((SELECT max(m.moved_at) FROM correction_request_moves m
  WHERE m.person_id = q.person_id AND m.request_id = q.request_id AND m.due_on IS NOT NULL AND m.actor_kind = 'citizen'), q.sent_at)`

/**
 * Open requests of a desk whose clock ran before the closure was entered and which it has not moved: one page by id, held. What was sent
 * after it was numbered with its days; what is being decided is answered in a moment.
 */
export async function listRunningRequests(
  sql: Queryable,
  asked: { orderId: string; officeIds: readonly number[]; dueFrom: CivilDate; before: Date; afterId: string; limit: number },
): Promise<RunningRequest[]> {
  return [
    ...(await sql<RunningRequest[]>`
      SELECT q.request_id AS "requestId", q.person_id AS "personId", (k.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "startedOn", q.due_on AS "dueOn"
      FROM desk_requests q CROSS JOIN LATERAL (SELECT ${clockStart(sql)} AS at) k
      WHERE q.office_id = ANY(${[...asked.officeIds]}::integer[]) AND q.state IN ('received', 'in-review', 'waiting') AND q.decision_id IS NULL
        AND q.due_on >= ${asked.dueFrom} AND k.at < ${asked.before} AND q.request_id > ${asked.afterId}
        AND NOT EXISTS (SELECT FROM closure_request_moves c WHERE c.order_id = ${asked.orderId} AND c.request_id = q.request_id)
      ORDER BY q.request_id LIMIT ${asked.limit} FOR UPDATE OF q`),
  ]
}

/** What the closure moved and the undo has not looked at, with the date as it stands now; null when the request is closed or was moved on by the person. */
export async function listMovedRequests(
  sql: Queryable,
  asked: { orderId: string; officeIds: readonly number[]; limit: number },
): Promise<(MovedRequest & { startedOn: CivilDate; standsOn: CivilDate | null })[]> {
  return [
    ...(await sql<(MovedRequest & { startedOn: CivilDate; standsOn: CivilDate | null })[]>`
      SELECT c.request_id AS "requestId", c.person_id AS "personId", c.before_due_on AS "beforeDueOn", c.after_due_on AS "afterDueOn",
        (k.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "startedOn",
        CASE WHEN q.state IN ('received', 'in-review', 'waiting') AND q.decision_id IS NULL AND k.at < c.moved_at THEN q.due_on END AS "standsOn"
      FROM closure_request_moves c JOIN desk_requests q ON q.request_id = c.request_id CROSS JOIN LATERAL (SELECT ${clockStart(sql)} AS at) k
      WHERE c.order_id = ${asked.orderId} AND c.settled_at IS NULL AND q.office_id = ANY(${[...asked.officeIds]}::integer[])
      ORDER BY c.request_id LIMIT ${asked.limit} FOR UPDATE OF c, q`),
  ]
}

/** The move in the person's own history, and the date in the office's queue; where the request stands is not touched. */
export async function moveRequestDues(sql: Queryable, reasonCode: string, moves: readonly MovedRequest[]): Promise<void> {
  if (moves.length === 0) return
  const rows = sql.json(
    moves.map(({ requestId, personId, afterDueOn }) => ({ request_id: requestId, person_id: personId, due: afterDueOn })),
  )
  await sql`
    INSERT INTO correction_request_moves (person_id, request_id, move_no, state, actor_kind, reason_code, due_on)
    SELECT t.person_id, t.request_id, (SELECT coalesce(max(m.move_no), 0) + 1 FROM correction_request_moves m WHERE m.person_id = t.person_id AND m.request_id = t.request_id),
      q.state, 'system', ${reasonCode}, t.due
    FROM jsonb_to_recordset(${rows}) AS t (request_id uuid, person_id bigint, due date) JOIN desk_requests q ON q.request_id = t.request_id`
  await sql`
    UPDATE desk_requests q SET due_on = t.due, version = q.version + 1
    FROM jsonb_to_recordset(${rows}) AS t (request_id uuid, person_id bigint, due date) WHERE q.request_id = t.request_id`
}

export async function insertClosureMoves(sql: Queryable, orderId: string, moves: readonly MovedRequest[]): Promise<void> {
  if (moves.length === 0) return
  const rows = moves.map(({ requestId, personId, beforeDueOn, afterDueOn }) => ({
    request_id: requestId,
    person_id: personId,
    before: beforeDueOn,
    after: afterDueOn,
  }))
  await sql`
    INSERT INTO closure_request_moves (order_id, request_id, person_id, before_due_on, after_due_on)
    SELECT ${orderId}, request_id, person_id, before, after
    FROM jsonb_to_recordset(${sql.json(rows)}) AS t (request_id uuid, person_id bigint, before date, after date) ON CONFLICT DO NOTHING`
}

export async function settleClosureMoves(sql: Queryable, orderId: string, requestIds: readonly string[]): Promise<void> {
  await sql`UPDATE closure_request_moves SET settled_at = ansinh_now() WHERE order_id = ${orderId} AND request_id = ANY(${[...requestIds]}::uuid[])`
}
