import type { CivilDate, CorrectableLine, CorrectionLineKind, CorrectionProblem, CorrectionState } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

/** `adjust`: Form 01 for purpose "điều chỉnh"; `correction`: a line said to be wrong. */
export type RequestPurpose = 'correction' | 'adjust'
export type NewCorrectionRequest = {
  personId: number
  requestId: string
  fileNumber: string
  purpose: RequestPurpose
  officeId: number
  lineKind: CorrectionLineKind
  lineId: string
  lineShown: CorrectableLine
  problem: CorrectionProblem
  what: string
  wanted: { field: string; value: string }[]
  dueOn: CivilDate
  dueRuleVersion: string
}
/** `said`: the person's addition, or the office's own words. `dueOn`: the new date from this move on. */
export type MoveRow = {
  moveNo: number
  state: CorrectionState
  at: string
  reasonCode: string | null
  said: string
  dueOn: CivilDate | null
}
export type CorrectionRequestRow = Omit<NewCorrectionRequest, 'dueRuleVersion'> & {
  officeName: string
  officePhone: string | null
  sentAt: Date
  /** Oldest first; never empty. */
  moves: MoveRow[]
}

const select = (sql: Queryable) => sql`
  SELECT r.person_id AS "personId", r.request_id AS "requestId", r.file_number AS "fileNumber", r.purpose, r.office_id AS "officeId", o.name AS "officeName",
    o.phone AS "officePhone", r.line_kind AS "lineKind", r.line_id AS "lineId", r.line_shown AS "lineShown", r.problem, r.what, r.wanted, r.sent_at AS "sentAt", r.due_on AS "dueOn",
    (SELECT jsonb_agg(jsonb_build_object('moveNo', m.move_no, 'state', m.state, 'at', to_char(m.moved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'reasonCode', m.reason_code, 'said', m.said, 'dueOn', m.due_on) ORDER BY m.move_no)
      FROM correction_request_moves m WHERE m.person_id = r.person_id AND m.request_id = r.request_id) AS moves
  FROM correction_requests r JOIN offices o ON o.office_id = r.office_id`

export async function findCorrectionRequest(sql: Queryable, personId: number, requestId: string): Promise<CorrectionRequestRow | null> {
  const [row] = await sql<CorrectionRequestRow[]>`${select(sql)} WHERE r.person_id = ${personId} AND r.request_id = ${requestId}`
  return row ?? null
}

/** Newest first; nobody has more than some dozens. */
export async function listCorrectionRequestRows(sql: Queryable, personId: number): Promise<CorrectionRequestRow[]> {
  return [
    ...(await sql<CorrectionRequestRow[]>`${select(sql)} WHERE r.person_id = ${personId} ORDER BY r.sent_at DESC, r.request_id LIMIT 200`),
  ]
}

/** One person's requests come one after the other: twice the same line at once stays one request. */
export async function lockRequestsOf(sql: Queryable, personId: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('correction-requests', ${personId}))`
}

export async function takeCorrectionSerial(sql: Queryable, officeId: number, year: number): Promise<number> {
  const [row] = await sql<{ lastSerial: number }[]>`
    INSERT INTO correction_serials (office_id, year, last_serial) VALUES (${officeId}, ${year}, 1)
    ON CONFLICT (office_id, year) DO UPDATE SET last_serial = correction_serials.last_serial + 1 RETURNING last_serial AS "lastSerial"`
  if (row === undefined) throw new Error('correction_serials answered no row')
  return row.lastSerial
}

/** The request, its number, its place in the office's queue and its first move; one fact. */
export async function insertCorrectionRequest(sql: Queryable, one: NewCorrectionRequest): Promise<void> {
  await sql`INSERT INTO correction_file_numbers (file_number, person_id, request_id) VALUES (${one.fileNumber}, ${one.personId}, ${one.requestId})`
  await sql`
    INSERT INTO correction_requests (person_id, request_id, file_number, purpose, office_id, line_kind, line_id, line_shown, problem, what, wanted, due_on, due_rule_version)
    VALUES (${one.personId}, ${one.requestId}, ${one.fileNumber}, ${one.purpose}, ${one.officeId}, ${one.lineKind}, ${one.lineId}, ${sql.json(one.lineShown)}, ${one.problem},
      ${one.what}, ${sql.json(one.wanted)}, ${one.dueOn}, ${one.dueRuleVersion})`
  await sql`
    INSERT INTO desk_requests (request_id, person_id, office_id, file_number, purpose, line_kind, state, due_on, sent_at, state_since)
    VALUES (${one.requestId}, ${one.personId}, ${one.officeId}, ${one.fileNumber}, ${one.purpose}, ${one.lineKind}, 'received', ${one.dueOn}, ansinh_now(), ansinh_now())`
  await insertCorrectionMove(sql, one, { moveNo: 1, state: 'received', actorKind: 'citizen' })
}

export type NewMove = {
  moveNo: number
  state: CorrectionState
  actorKind: 'citizen' | 'staff' | 'system'
  reasonCode?: string | null
  said?: string
  dueOn?: CivilDate | null
}

/** The move and, with it, what the office's queue shows. False when another move came first: the caller reads again. */
export async function insertCorrectionMove(
  sql: Queryable,
  { personId, requestId }: { personId: number; requestId: string },
  { moveNo, state, actorKind, reasonCode = null, said = '', dueOn = null }: NewMove,
): Promise<boolean> {
  const { count } = await sql`
    INSERT INTO correction_request_moves (person_id, request_id, move_no, state, actor_kind, reason_code, said, due_on)
    VALUES (${personId}, ${requestId}, ${moveNo}, ${state}, ${actorKind}, ${reasonCode}, ${said}, ${dueOn}) ON CONFLICT DO NOTHING`
  if (count !== 1) return false
  await sql`
    UPDATE desk_requests SET state = ${state}, state_since = ansinh_now(), due_on = coalesce(${dueOn}::date, due_on), version = version + 1 WHERE request_id = ${requestId}`
  return true
}

/** The civil date in Viet Nam by the database's clock. */
export async function readToday(sql: Queryable): Promise<CivilDate> {
  const [row] = await sql<{ today: CivilDate }[]>`SELECT ansinh_today() AS today`
  if (row === undefined) throw new Error('ansinh_today answered no row')
  return row.today
}
