import type { CivilDate, DataRequestKind, DataRequestState } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'
import { insertPlace, movePlace } from './data-request-place-queries.ts'

export type NewDataRequest = {
  personId: number
  requestId: string
  fileNumber: string
  officeId: number
  kind: DataRequestKind
  what: string
  answerBy: CivilDate
  dueOn: CivilDate
  dueRuleVersion: string
}
export type DataRequestRow = Omit<NewDataRequest, 'dueRuleVersion'> & {
  officeName: string
  officePhone: string | null
  sentAt: Date
  /** Oldest first; never empty. */
  moves: { moveNo: number; state: DataRequestState; note: string; at: string }[]
}

const select = (sql: Queryable) => sql`
  SELECT r.person_id AS "personId", r.request_id AS "requestId", r.file_number AS "fileNumber", r.office_id AS "officeId", o.name AS "officeName", o.phone AS "officePhone",
    r.kind, r.what, r.sent_at AS "sentAt", r.answer_by AS "answerBy", r.due_on AS "dueOn",
    (SELECT jsonb_agg(jsonb_build_object('moveNo', m.move_no, 'state', m.state, 'note', m.note, 'at', to_char(m.moved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY m.move_no)
      FROM data_request_moves m WHERE m.person_id = r.person_id AND m.request_id = r.request_id) AS moves
  FROM data_requests r JOIN offices o ON o.office_id = r.office_id`

export async function findDataRequest(sql: Queryable, personId: number, requestId: string): Promise<DataRequestRow | null> {
  const [row] = await sql<DataRequestRow[]>`${select(sql)} WHERE r.person_id = ${personId} AND r.request_id = ${requestId}`
  return row ?? null
}

/** Newest first; nobody has more than some dozens. */
export async function listDataRequestRows(sql: Queryable, personId: number): Promise<DataRequestRow[]> {
  return [...(await sql<DataRequestRow[]>`${select(sql)} WHERE r.person_id = ${personId} ORDER BY r.sent_at DESC, r.request_id LIMIT 200`)]
}

/** One person's requests come one after the other: twice the same at once stays one request. */
export async function lockDataRequestsOf(sql: Queryable, personId: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('data-requests', ${personId}))`
}

export async function takeDataRequestSerial(sql: Queryable, officeId: number, year: number): Promise<number> {
  const [row] = await sql<{ lastSerial: number }[]>`
    INSERT INTO data_request_serials (office_id, year, last_serial) VALUES (${officeId}, ${year}, 1)
    ON CONFLICT (office_id, year) DO UPDATE SET last_serial = data_request_serials.last_serial + 1 RETURNING last_serial AS "lastSerial"`
  if (row === undefined) throw new Error('data_request_serials answered no row')
  return row.lastSerial
}

/** The request, its number and its first move; three tables, one fact. */
export async function insertDataRequest(sql: Queryable, one: NewDataRequest): Promise<void> {
  await sql`INSERT INTO data_request_file_numbers (file_number, person_id, request_id) VALUES (${one.fileNumber}, ${one.personId}, ${one.requestId})`
  await sql`
    INSERT INTO data_requests (person_id, request_id, file_number, office_id, kind, what, answer_by, due_on, due_rule_version)
    VALUES (${one.personId}, ${one.requestId}, ${one.fileNumber}, ${one.officeId}, ${one.kind}, ${one.what}, ${one.answerBy}, ${one.dueOn}, ${one.dueRuleVersion})`
  await insertPlace(sql, one)
  await insertDataRequestMove(sql, one, { moveNo: 1, state: 'received' })
}

/** False when another move came first: the caller reads again. */
export async function insertDataRequestMove(
  sql: Queryable,
  { personId, requestId }: { personId: number; requestId: string },
  {
    moveNo,
    state,
    actorKind = 'citizen',
    note = '',
  }: { moveNo: number; state: DataRequestState; actorKind?: 'citizen' | 'staff'; note?: string },
): Promise<boolean> {
  const { count } = await sql`
    INSERT INTO data_request_moves (person_id, request_id, move_no, state, actor_kind, note)
    VALUES (${personId}, ${requestId}, ${moveNo}, ${state}, ${actorKind}, ${note}) ON CONFLICT DO NOTHING`
  if (count === 1) await movePlace(sql, requestId, state)
  return count === 1
}

/** The civil date in Viet Nam by the database's clock. */
export async function readToday(sql: Queryable): Promise<CivilDate> {
  const [row] = await sql<{ today: CivilDate }[]>`SELECT ansinh_today() AS today`
  if (row === undefined) throw new Error('ansinh_today answered no row')
  return row.today
}
