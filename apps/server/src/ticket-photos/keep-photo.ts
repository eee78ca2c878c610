import type { TicketPhotoKind } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { finishUpload, listDocuments, readDocument, startUpload, type UploadPosition } from '../documents/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { openPhotoFolder, type TicketRow } from '../tickets/index.ts'

/** Loads the ticket of whoever asks. @throws Refusal when it is not theirs */
export type LoadTicket = (sql: Queryable) => Promise<TicketRow>

/** Photos come while the ticket waits for its answer. @throws Refusal `report-answered`, and what loading it refuses */
export async function requireOpen(sql: Queryable, load: LoadTicket): Promise<TicketRow> {
  const row = await load(sql)
  if (row.state !== 'open') throw new Refusal('report-answered')
  return row
}

type Announced = { uploadId: string; kind: TicketPhotoKind; sizeBytes: number; sha256: string }

/** Where to go on with a photo. @throws Refusal `not-found` once the ticket's photos are erased, and those of an upload */
export async function announcePhoto(
  { sql }: Platform,
  { reportId }: TicketRow,
  { uploadId, kind, sizeBytes, sha256 }: Announced,
): Promise<UploadPosition> {
  if (!(await openPhotoFolder(sql, reportId))) throw new Refusal('not-found')
  return startUpload(sql, { registrationId: reportId, uploadId, kind, sizeBytes, sha256, hints: { faults: [], tries: 1 } })
}

/** All of it is here: written anew, sealed, written down; the ticket still waits when it is stored. */
export async function keepPhoto(
  platform: Platform,
  { reportId, uploadId, load }: { reportId: string; uploadId: string; load: LoadTicket },
  by: { actor: Actor; requestId: string },
): Promise<{ kind: TicketPhotoKind }> {
  await requireOpen(platform.sql, load)
  const { kind } = await finishUpload(platform, { registrationId: reportId, uploadId }, async (transaction, stored) => {
    const { askerId } = await requireOpen(transaction, load)
    const details = { documentId: stored.documentId, kind: stored.kind, reportId }
    await recordAudit(transaction, { ...by, action: 'ticket-photo-stored', personId: askerId, details })
  })
  if (kind !== 'attachment-1' && kind !== 'attachment-2' && kind !== 'attachment-3') throw new Error(`${kind} lies with a ticket`)
  return { kind }
}

/** @throws Refusal `not-found` */
export async function readPhoto(
  platform: Platform,
  reportId: string,
  kind: TicketPhotoKind,
): Promise<{ documentId: string; bytes: Buffer }> {
  const photos = await listDocuments(platform, platform.sql, reportId)
  const { documentId } = requireFound(
    photos.find((one) => one.kind === kind),
    'not-found',
  )
  return { documentId, bytes: await readDocument(platform, documentId) }
}
