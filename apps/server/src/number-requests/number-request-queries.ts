import type { Queryable } from '../platform/sql.ts'

export async function insertNumberRequest(sql: Queryable, requestId: string, sealed: Buffer): Promise<void> {
  await sql`INSERT INTO number_requests (request_id, asked_sealed) VALUES (${requestId}, ${sealed})`
}

/** What was asked, as it was sealed; null once it was answered. */
export async function findNumberRequest(sql: Queryable, requestId: string): Promise<Buffer | null> {
  const [row] = await sql<{ sealed: Buffer }[]>`SELECT asked_sealed AS sealed FROM number_requests WHERE request_id = ${requestId}`
  return row?.sealed ?? null
}

/** The oldest questions that wait. */
export async function listNumberRequests(sql: Queryable): Promise<string[]> {
  const rows = await sql<{ requestId: string }[]>`SELECT request_id AS "requestId" FROM number_requests ORDER BY recorded_at LIMIT 500`
  return rows.map(({ requestId }) => requestId)
}

/** False when another worker was quicker. */
export async function deleteNumberRequest(sql: Queryable, requestId: string): Promise<boolean> {
  return (await sql`DELETE FROM number_requests WHERE request_id = ${requestId}`).count === 1
}

/** What no job took within a day is nobody's any more. Answers how many went. */
export async function deleteOutdatedNumberRequests(sql: Queryable): Promise<number> {
  return (await sql`DELETE FROM number_requests WHERE recorded_at < ansinh_now() - interval '1 day'`).count
}
