import type { DecisionKind, Difference } from '@an-sinh/domain'
import type { Json, Queryable } from '../platform/sql.ts'

export type DecisionRow = {
  decisionId: string
  registrationId: string
  kind: DecisionKind
  staffId: number
  staffName: string
  personId: number | null
  reasonCodes: string[]
  stateBefore: string
  decidedAt: Date
  releasesAt: Date
  releasedAt: Date | null
  undoneAt: Date | null
  /** By the database's clock: the undo time still runs. */
  running: boolean
  /** The database's clock when this was read. */
  readAt: Date
}

const columns = (
  sql: Queryable,
) => sql`d.decision_id AS "decisionId", d.registration_id AS "registrationId", d.kind, d.staff_id AS "staffId", s.full_name AS "staffName",
  d.person_id AS "personId", d.reason_codes AS "reasonCodes", d.state_before AS "stateBefore", d.decided_at AS "decidedAt", d.releases_at AS "releasesAt", d.released_at AS "releasedAt", d.undone_at AS "undoneAt",
  d.undone_at IS NULL AND d.released_at IS NULL AND d.releases_at > ansinh_now() AS running, ansinh_now() AS "readAt"`

export async function findDecision(sql: Queryable, decisionId: string): Promise<DecisionRow | null> {
  const [row] = await sql<
    DecisionRow[]
  >`SELECT ${columns(sql)} FROM decisions d JOIN staff_users s USING (staff_id) WHERE d.decision_id = ${decisionId}`
  return row ?? null
}

/** The decision that stands (the last one not taken back); null when there is none. */
export async function findStandingDecision(sql: Queryable, registrationId: string): Promise<DecisionRow | null> {
  const [row] = await sql<DecisionRow[]>`SELECT ${columns(sql)} FROM decisions d JOIN staff_users s USING (staff_id)
    WHERE d.registration_id = ${registrationId} AND d.undone_at IS NULL ORDER BY d.decided_at DESC LIMIT 1`
  return row ?? null
}

export type NewDecision = {
  decisionId: string
  registrationId: string
  kind: DecisionKind
  staffId: number
  officeId: number
  personId: number | null
  checklist: Record<string, Json>
  differences: readonly Pick<Difference, 'field' | 'verdict' | 'severity'>[]
  reasonCodes: readonly string[]
  stateBefore: string
  undoSeconds: number
}

/** Answers the end of the undo time, in whole milliseconds, as it is stored. */
export async function insertDecision(sql: Queryable, decision: NewDecision): Promise<Date> {
  const d = decision
  const [row] = await sql<{ releasesAt: Date }[]>`
    INSERT INTO decisions (decision_id, registration_id, kind, staff_id, office_id, person_id, checklist, differences, reason_codes, state_before, releases_at)
    VALUES (${d.decisionId}, ${d.registrationId}, ${d.kind}, ${d.staffId}, ${d.officeId}, ${d.personId}, ${sql.json(d.checklist)}, ${sql.json(d.differences)},
      ${[...d.reasonCodes]}::text[], ${d.stateBefore}, date_trunc('milliseconds', ansinh_now()) + make_interval(secs => ${d.undoSeconds}))
    RETURNING releases_at AS "releasesAt"`
  if (row === undefined) throw new Error('decision answered no row')
  return row.releasesAt
}

/** Takes a decision back while its undo time runs; false when it is over, or was over already. */
export async function markUndone(sql: Queryable, decisionId: string): Promise<boolean> {
  const result = await sql`UPDATE decisions SET undone_at = ansinh_now()
    WHERE decision_id = ${decisionId} AND undone_at IS NULL AND released_at IS NULL AND releases_at > ansinh_now()`
  return result.count === 1
}

/** Releases a decision whose undo time is over; false when it is not, or was taken back or released before. */
export async function markReleased(sql: Queryable, decisionId: string): Promise<boolean> {
  const result = await sql`UPDATE decisions SET released_at = ansinh_now()
    WHERE decision_id = ${decisionId} AND undone_at IS NULL AND released_at IS NULL AND releases_at <= ansinh_now()`
  return result.count === 1
}

/** Decisions that wait for their release, the oldest first. */
export async function listDueDecisions(sql: Queryable, limit: number): Promise<string[]> {
  const rows = await sql<{ decisionId: string }[]>`SELECT decision_id AS "decisionId" FROM decisions
    WHERE released_at IS NULL AND undone_at IS NULL AND releases_at <= ansinh_now() ORDER BY releases_at LIMIT ${limit}`
  return rows.map((row) => row.decisionId)
}
