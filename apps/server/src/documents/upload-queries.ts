import type { KeptPictureKind } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

/** What the device found and could not put right; hints for the clerk, never a decision. */
export type DeviceHints = { faults: string[]; tries: number; face?: string }
export type UploadRow = {
  uploadId: string
  registrationId: string
  kind: KeptPictureKind
  sizeBytes: number
  sha256: Buffer
  receivedBytes: number
  hints: DeviceHints
  documentId: string | null
}
export type NewUpload = {
  uploadId: string
  registrationId: string
  kind: KeptPictureKind
  sizeBytes: number
  sha256: Buffer
  hints: DeviceHints
}

const columns = (sql: Queryable) =>
  sql`u.upload_id AS "uploadId", u.registration_id AS "registrationId", u.kind, u.size_bytes AS "sizeBytes", u.sha256, u.received_bytes AS "receivedBytes", u.hints, u.document_id AS "documentId"`

export async function findUpload(sql: Queryable, uploadId: string, lock: 'none' | 'for-update' = 'none'): Promise<UploadRow | null> {
  const [row] = await sql<
    UploadRow[]
  >`SELECT ${columns(sql)} FROM uploads u WHERE u.upload_id = ${uploadId} ${lock === 'for-update' ? sql`FOR UPDATE` : sql``}`
  return row ?? null
}

/** The same picture already on its way, or already there as the standing photo of its kind. */
export async function findSameUpload(sql: Queryable, upload: NewUpload): Promise<UploadRow | null> {
  const [row] = await sql<UploadRow[]>`SELECT ${columns(sql)} FROM uploads u LEFT JOIN documents d ON d.document_id = u.document_id
    WHERE u.registration_id = ${upload.registrationId} AND u.kind = ${upload.kind} AND u.sha256 = ${upload.sha256} AND u.size_bytes = ${upload.sizeBytes}
      AND (u.document_id IS NULL OR (d.erased_at IS NULL AND d.replaced_at IS NULL))
    ORDER BY u.completed_at NULLS LAST, u.received_bytes DESC LIMIT 1`
  return row ?? null
}

export async function insertUpload(sql: Queryable, upload: NewUpload): Promise<boolean> {
  return (
    (
      await sql`INSERT INTO uploads (upload_id, registration_id, kind, size_bytes, sha256, hints)
      VALUES (${upload.uploadId}, ${upload.registrationId}, ${upload.kind}, ${upload.sizeBytes}, ${upload.sha256}, ${sql.json(upload.hints)}) ON CONFLICT DO NOTHING`
    ).count === 1
  )
}

export async function insertPiece(
  sql: Queryable,
  uploadId: string,
  offset: number,
  ciphertext: Buffer,
  receivedBytes: number,
): Promise<void> {
  await sql`INSERT INTO upload_pieces (upload_id, piece_offset, ciphertext) VALUES (${uploadId}, ${offset}, ${ciphertext})`
  await sql`UPDATE uploads SET received_bytes = ${receivedBytes} WHERE upload_id = ${uploadId}`
}

export async function listPieces(sql: Queryable, uploadId: string): Promise<{ offset: number; ciphertext: Buffer }[]> {
  return [
    ...(await sql<
      { offset: number; ciphertext: Buffer }[]
    >`SELECT piece_offset AS "offset", ciphertext FROM upload_pieces WHERE upload_id = ${uploadId} ORDER BY piece_offset`),
  ]
}

/** True for the one that completes it; false when somebody else did meanwhile. Its pieces are gone then. */
export async function completeUpload(sql: Queryable, uploadId: string, documentId: string): Promise<boolean> {
  const completed =
    (
      await sql`UPDATE uploads SET completed_at = ansinh_now(), document_id = ${documentId} WHERE upload_id = ${uploadId} AND completed_at IS NULL`
    ).count === 1
  if (completed) await sql`DELETE FROM upload_pieces WHERE upload_id = ${uploadId}`
  return completed
}

/** Forgets an upload that came to nothing, pieces included. */
export async function deleteUpload(sql: Queryable, uploadId: string): Promise<void> {
  await sql`DELETE FROM uploads WHERE upload_id = ${uploadId} AND completed_at IS NULL`
}

export async function deleteUploadsOf(sql: Queryable, registrationId: string): Promise<void> {
  await sql`DELETE FROM uploads WHERE registration_id = ${registrationId}`
}

/** Uploads nobody went on with. */
export async function deleteAbandonedUploads(sql: Queryable, days: number): Promise<number> {
  return (await sql`DELETE FROM uploads WHERE completed_at IS NULL AND created_at < ansinh_now() - ${days} * interval '1 day'`).count
}
