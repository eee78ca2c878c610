import type { RequestDecisionKind } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type Cell = { field: string; value: string | null }
export type UndoneWhy = 'by-hand' | 'line-moved' | 'request-closed' | 'number-taken' | 'value-refused'
export type NewRequestDecision = {
  personId: number
  decisionId: string
  requestId: string
  kind: RequestDecisionKind
  staffId: number
  officeId: number
  reasonCode: string | null
  said: string
  values: readonly Cell[]
  removesLine: boolean
}
export type RequestDecisionRow = Omit<NewRequestDecision, 'values'> & {
  values: Cell[]
  staffName: string
  decidedAt: Date
  releasesAt: Date
  releasedAt: Date | null
  undoneAt: Date | null
  undoneWhy: UndoneWhy | null
  /** By the database's clock: the undo time still runs. */
  running: boolean
}

const select = (sql: Queryable) => sql`
  SELECT d.person_id AS "personId", d.decision_id AS "decisionId", d.request_id AS "requestId", d.kind, d.staff_id AS "staffId", d.office_id AS "officeId",
    d.reason_code AS "reasonCode", d.said, d.values, d.removes_line AS "removesLine", s.full_name AS "staffName", d.decided_at AS "decidedAt", d.releases_at AS "releasesAt",
    d.released_at AS "releasedAt", d.undone_at AS "undoneAt", d.undone_why AS "undoneWhy",
    d.undone_at IS NULL AND d.released_at IS NULL AND d.releases_at > ansinh_now() AS running
  FROM request_decisions d JOIN staff_users s ON s.staff_id = d.staff_id`

export async function findRequestDecision(sql: Queryable, personId: number, decisionId: string): Promise<RequestDecisionRow | null> {
  const [row] = await sql<RequestDecisionRow[]>`${select(sql)} WHERE d.person_id = ${personId} AND d.decision_id = ${decisionId}`
  return row ?? null
}

/** The last decision about a request, taken back or not; null when there was none. */
export async function findLastDecision(sql: Queryable, personId: number, requestId: string): Promise<RequestDecisionRow | null> {
  const [row] = await sql<RequestDecisionRow[]>`
    ${select(sql)} WHERE d.person_id = ${personId} AND d.request_id = ${requestId} ORDER BY d.decided_at DESC LIMIT 1`
  return row ?? null
}

export async function insertRequestDecision(sql: Queryable, one: NewRequestDecision, undoSeconds: number): Promise<void> {
  await sql`
    INSERT INTO request_decisions (person_id, decision_id, request_id, kind, staff_id, office_id, reason_code, said, values, removes_line, releases_at)
    VALUES (${one.personId}, ${one.decisionId}, ${one.requestId}, ${one.kind}, ${one.staffId}, ${one.officeId}, ${one.reasonCode}, ${one.said},
      ${sql.json([...one.values])}, ${one.removesLine}, date_trunc('milliseconds', ansinh_now()) + make_interval(secs => ${undoSeconds}))`
}

export async function listDueRequestDecisions(sql: Queryable, most: number): Promise<{ personId: number; decisionId: string }[]> {
  return [
    ...(await sql<{ personId: number; decisionId: string }[]>`
      SELECT person_id AS "personId", decision_id AS "decisionId" FROM request_decisions
      WHERE releases_at <= ansinh_now() AND released_at IS NULL AND undone_at IS NULL ORDER BY releases_at LIMIT ${most}`),
  ]
}

type Named = { personId: number; decisionId: string }

/** Releases a decision whose undo time is over; false when it is not, or was taken back or released before. */
export async function markRequestReleased(sql: Queryable, { personId, decisionId }: Named): Promise<boolean> {
  const { count } = await sql`UPDATE request_decisions SET released_at = ansinh_now()
    WHERE person_id = ${personId} AND decision_id = ${decisionId} AND released_at IS NULL AND undone_at IS NULL AND releases_at <= ansinh_now()`
  return count === 1
}

/** Takes a decision back that is not released; by hand only while its undo time runs. False when it is too late, or was taken back before. */
export async function markRequestUndone(sql: Queryable, { personId, decisionId }: Named, why: UndoneWhy): Promise<boolean> {
  const { count } = await sql`UPDATE request_decisions SET undone_at = ansinh_now(), undone_why = ${why}
    WHERE person_id = ${personId} AND decision_id = ${decisionId} AND released_at IS NULL AND undone_at IS NULL AND (${why} <> 'by-hand' OR releases_at > ansinh_now())`
  return count === 1
}
