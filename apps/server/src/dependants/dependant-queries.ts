import type { CivilDate, DependantRelation } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type DependantState = 'awaiting-photo' | 'sent' | 'approved' | 'refused' | 'withdrawn'
export type NewDependantRequest = {
  /** The guardian. */
  personId: number
  requestId: string
  childName: string
  bornOn: CivilDate
  insuranceNumber: string | null
  nationalId: string | null
  relation: DependantRelation
  officeId: number
}
export type DependantRequestRow = NewDependantRequest & {
  officeName: string
  startedAt: Date
  state: DependantState
  moves: number
  reasonCode: string | null
  movedAt: Date | null
}
export type DependantMove = { state: Exclude<DependantState, 'awaiting-photo'>; reasonCode?: string | null; staffId?: number | null }

const select = (sql: Queryable) => sql`
  SELECT r.person_id AS "personId", r.request_id AS "requestId", r.child_name AS "childName", r.child_born_on AS "bornOn", r.child_insurance_number AS "insuranceNumber",
    r.child_national_id AS "nationalId", r.relation, r.office_id AS "officeId", o.name AS "officeName", r.started_at AS "startedAt",
    coalesce(m.state, 'awaiting-photo') AS state, coalesce(m.move_no, 0) AS moves, m.reason_code AS "reasonCode", m.moved_at AS "movedAt"
  FROM dependant_requests r JOIN offices o ON o.office_id = r.office_id
  LEFT JOIN LATERAL (
    SELECT * FROM dependant_request_moves l WHERE l.person_id = r.person_id AND l.request_id = r.request_id ORDER BY l.move_no DESC LIMIT 1) m ON true`

export async function findDependantRequest(sql: Queryable, personId: number, requestId: string): Promise<DependantRequestRow | null> {
  const [row] = await sql<DependantRequestRow[]>`${select(sql)} WHERE r.person_id = ${personId} AND r.request_id = ${requestId}`
  return row ?? null
}

/** Newest first. */
export async function listDependantRequestRows(sql: Queryable, personId: number): Promise<DependantRequestRow[]> {
  return [
    ...(await sql<
      DependantRequestRow[]
    >`${select(sql)} WHERE r.person_id = ${personId} ORDER BY r.started_at DESC, r.request_id LIMIT 100`),
  ]
}

/** Moves of one person's requests come one after the other. */
export async function lockDependantRequests(sql: Queryable, personId: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('dependant-requests', ${personId}))`
}

/** Nothing happens when the id is there already. */
export async function insertDependantRequest(sql: Queryable, one: NewDependantRequest): Promise<void> {
  await sql`
    INSERT INTO dependant_requests (person_id, request_id, child_name, child_born_on, child_insurance_number, child_national_id, relation, office_id)
    VALUES (${one.personId}, ${one.requestId}, ${one.childName}, ${one.bornOn}, ${one.insuranceNumber}, ${one.nationalId}, ${one.relation}, ${one.officeId})
    ON CONFLICT DO NOTHING`
}

/** The row as it stood under the lock makes the number of the move. */
export async function insertDependantMove(sql: Queryable, row: DependantRequestRow, move: DependantMove): Promise<void> {
  await sql`
    INSERT INTO dependant_request_moves (person_id, request_id, move_no, state, reason_code, staff_id)
    VALUES (${row.personId}, ${row.requestId}, ${row.moves + 1}, ${move.state}, ${move.reasonCode ?? null}, ${move.staffId ?? null})`
}

export async function readToday(sql: Queryable): Promise<CivilDate> {
  const [row] = await sql<{ today: CivilDate }[]>`SELECT ansinh_today() AS today`
  if (row === undefined) throw new Error('ansinh_today answered no row')
  return row.today
}
