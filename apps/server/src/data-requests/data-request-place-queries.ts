import type { CivilDate, DataRequestState } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type DataRequestPlace = { requestId: string; personId: number; officeId: number; state: DataRequestState; dueOn: CivilDate }

const columns = (sql: Queryable) =>
  sql`request_id AS "requestId", person_id AS "personId", office_id AS "officeId", state, due_on AS "dueOn"`

export async function insertPlace(sql: Queryable, one: Omit<DataRequestPlace, 'state'>): Promise<void> {
  await sql`INSERT INTO data_request_places (request_id, person_id, office_id, state, due_on)
    VALUES (${one.requestId}, ${one.personId}, ${one.officeId}, 'received', ${one.dueOn})`
}

export async function movePlace(sql: Queryable, requestId: string, state: DataRequestState): Promise<void> {
  await sql`UPDATE data_request_places SET state = ${state} WHERE request_id = ${requestId}`
}

export async function findPlace(sql: Queryable, requestId: string): Promise<DataRequestPlace | null> {
  const [row] = await sql<DataRequestPlace[]>`SELECT ${columns(sql)} FROM data_request_places WHERE request_id = ${requestId}`
  return row ?? null
}

/** Open ones of these offices, the soonest due first. */
export async function listOpenPlaces(sql: Queryable, officeIds: readonly number[], limit: number): Promise<DataRequestPlace[]> {
  return [
    ...(await sql<DataRequestPlace[]>`
      SELECT ${columns(sql)} FROM data_request_places WHERE office_id = ANY(${[...officeIds]}::integer[]) AND state IN ('received', 'answered')
      ORDER BY due_on, request_id LIMIT ${limit}`),
  ]
}
