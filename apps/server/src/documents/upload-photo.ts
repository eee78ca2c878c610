import { type KeptPictureKind, PHOTO_RULE } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { type DeviceHints, findSameUpload, findUpload, insertPiece, insertUpload, type UploadRow } from './upload-queries.ts'

/** `sha256`: 64 hex digits of the whole file. */
export type AnnouncedUpload = {
  uploadId: string
  registrationId: string
  kind: KeptPictureKind
  sizeBytes: number
  sha256: string
  hints: DeviceHints
}
export type UploadPosition = { uploadId: string; offset: number }

const isSame = (known: UploadRow, announced: AnnouncedUpload): boolean =>
  known.kind === announced.kind && known.sizeBytes === announced.sizeBytes && known.sha256.toString('hex') === announced.sha256

/**
 * Announces a file; answers where to go on. Repeating the same id, or the same picture under another id, resumes.
 * @throws Refusal `photo-unreadable` (empty), `too-large`, `registration-not-yours`, `bad-request` (the id stands for another file)
 */
export async function startUpload(sql: Queryable, announced: AnnouncedUpload): Promise<UploadPosition> {
  if (announced.sizeBytes === 0) throw new Refusal('photo-unreadable')
  if (announced.sizeBytes > PHOTO_RULE.maxBytes) throw new Refusal('too-large')
  const upload = { ...announced, sha256: Buffer.from(announced.sha256, 'hex') }
  const same = await findSameUpload(sql, upload)
  if (same !== null) return { uploadId: same.uploadId, offset: same.receivedBytes }
  if (await insertUpload(sql, upload)) return { uploadId: announced.uploadId, offset: 0 }
  const known = await findUpload(sql, announced.uploadId)
  if (known === null || known.registrationId !== announced.registrationId) throw new Refusal('registration-not-yours')
  if (!isSame(known, announced)) throw new Refusal('bad-request')
  // It was whole once and has been replaced since: sending it again is a new upload with a new id.
  if (known.documentId !== null) throw new Refusal('bad-request')
  return { uploadId: known.uploadId, offset: known.receivedBytes }
}

/** Where an upload stands; null when there is none of this registration. */
export async function findUploadOffset(sql: Queryable, registrationId: string, uploadId: string): Promise<number | null> {
  const upload = await findUpload(sql, uploadId)
  return upload === null || upload.registrationId !== registrationId ? null : upload.receivedBytes
}

/**
 * Stores one piece, encrypted. A piece sent again is taken for stored; one that leaves a gap or overlaps is refused with `upload-offset`.
 * @throws Refusal `upload-offset`, `too-large`, `not-found`
 */
export async function appendPiece(
  platform: Platform,
  piece: { registrationId: string; uploadId: string; offset: number; bytes: Uint8Array },
): Promise<UploadPosition> {
  const { uploadId, offset, bytes } = piece
  if (bytes.length > PHOTO_RULE.pieceBytes) throw new Refusal('too-large')
  return inTransaction(platform, async (transaction) => {
    const upload = await findUpload(transaction, uploadId, 'for-update')
    if (upload === null || upload.registrationId !== piece.registrationId) throw new Refusal('not-found')
    const end = offset + bytes.length
    if (end > upload.sizeBytes) throw new Refusal('too-large')
    if (end <= upload.receivedBytes) return { uploadId, offset: upload.receivedBytes }
    if (offset !== upload.receivedBytes) throw new Refusal('upload-offset')
    await insertPiece(transaction, uploadId, offset, platform.keyring.encrypt('document', bytes, `piece/${uploadId}/${offset}`), end)
    return { uploadId, offset: end }
  })
}
