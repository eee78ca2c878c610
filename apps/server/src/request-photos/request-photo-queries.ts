import type { Queryable } from '../platform/sql.ts'

/** Opens the folder for this person's photos; false when the id is somebody else's, or its photos are erased. */
export async function openPhotoFolder(sql: Queryable, personId: number, requestId: string): Promise<boolean> {
  await sql`INSERT INTO request_photo_folders (request_id, person_id) VALUES (${requestId}, ${personId}) ON CONFLICT DO NOTHING`
  return ownsPhotoFolder(sql, personId, requestId)
}

export async function ownsPhotoFolder(sql: Queryable, personId: number, requestId: string): Promise<boolean> {
  const rows =
    await sql`SELECT FROM request_photo_folders WHERE request_id = ${requestId} AND person_id = ${personId} AND erased_at IS NULL`
  return rows.length === 1
}

/** Folders whose photos are kept no longer: never sent for so long, or decided so long ago (intervals). */
export async function listOutdatedFolders(sql: Queryable, keep: { unsent: string; decided: string }, limit: number): Promise<string[]> {
  const rows = await sql<{ requestId: string }[]>`
    SELECT f.request_id AS "requestId" FROM request_photo_folders f LEFT JOIN desk_requests q ON q.request_id = f.request_id
    WHERE f.erased_at IS NULL AND (q.request_id IS NULL AND f.opened_at < ansinh_now() - ${keep.unsent}::interval
      OR q.state IN ('corrected', 'kept', 'withdrawn') AND q.state_since < ansinh_now() - ${keep.decided}::interval)
    ORDER BY f.opened_at LIMIT ${limit}`
  return rows.map(({ requestId }) => requestId)
}

/** Accepted: its portrait is the person's now and stays while the account lives. */
export async function isAccepted(sql: Queryable, requestId: string): Promise<boolean> {
  return (await sql`SELECT FROM desk_requests WHERE request_id = ${requestId} AND state = 'corrected'`).length === 1
}

export async function markFolderErased(sql: Queryable, requestId: string): Promise<void> {
  await sql`UPDATE request_photo_folders SET erased_at = ansinh_now() WHERE request_id = ${requestId}`
}
