import type { Queryable } from '../platform/sql.ts'

export type QueuePlace = { requestId: string; personId: number; officeId: number; sentAt: Date; closedAt: Date | null }

const select = (sql: Queryable) =>
  sql`SELECT request_id AS "requestId", person_id AS "personId", office_id AS "officeId", sent_at AS "sentAt", closed_at AS "closedAt" FROM dependant_queue`

/** Longest waiting first. */
export async function listWaiting(sql: Queryable, officeIds: readonly number[], limit: number): Promise<QueuePlace[]> {
  return [
    ...(await sql<
      QueuePlace[]
    >`${select(sql)} WHERE office_id = ANY(${[...officeIds]}::int[]) AND closed_at IS NULL ORDER BY sent_at, request_id LIMIT ${limit}`),
  ]
}

export async function findPlace(sql: Queryable, requestId: string, lock: 'none' | 'for-update' = 'none'): Promise<QueuePlace | null> {
  const [row] = await sql<QueuePlace[]>`${select(sql)} WHERE request_id = ${requestId} ${lock === 'for-update' ? sql`FOR UPDATE` : sql``}`
  return row ?? null
}

export async function insertPlace(sql: Queryable, place: { requestId: string; personId: number; officeId: number }): Promise<void> {
  await sql`INSERT INTO dependant_queue (request_id, person_id, office_id) VALUES (${place.requestId}, ${place.personId}, ${place.officeId}) ON CONFLICT DO NOTHING`
}

/** Nothing waits any more: decided or withdrawn. */
export async function closePlace(sql: Queryable, requestId: string): Promise<void> {
  await sql`UPDATE dependant_queue SET closed_at = ansinh_now() WHERE request_id = ${requestId} AND closed_at IS NULL`
}

/** Closed this long ago with the photo still there. */
export async function listOutdatedCertificates(sql: Queryable, days: number, limit: number): Promise<string[]> {
  const rows = await sql<{ requestId: string }[]>`
    SELECT request_id AS "requestId" FROM dependant_queue
    WHERE closed_at < ansinh_now() - ${days} * interval '1 day' AND photo_erased_at IS NULL ORDER BY closed_at LIMIT ${limit}`
  return rows.map(({ requestId }) => requestId)
}

export async function rememberCertificateErased(sql: Queryable, requestId: string): Promise<void> {
  await sql`UPDATE dependant_queue SET photo_erased_at = ansinh_now() WHERE request_id = ${requestId}`
}
