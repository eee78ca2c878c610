import { finishAttachmentRoute, sendAttachmentPieceRoute, startAttachmentRoute } from '@an-sinh/contract'
import type { KeptPictureKind } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireOwnCase } from '../decisions/index.ts'
import { appendPiece, finishUpload, listDocuments, startUpload } from '../documents/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readPiece } from '../platform/read-piece.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'

const NO_HINTS = { faults: [], tries: 1 }

/**
 * A clerk adds what is missing and replaces no photo of the applicant's; a scan of the form may be made again.
 * @throws Refusal `not-found`, `case-elsewhere`, `move-not-allowed`, `photo-there`
 */
const requireAttachable = async (
  platform: Platform,
  sql: Queryable,
  actor: StaffActor,
  { registrationId, kind }: { registrationId: string; kind: KeptPictureKind },
): Promise<void> => {
  const row = await requireOwnCase(sql, actor, registrationId)
  if (row.state === 'withdrawn') throw new Refusal('move-not-allowed')
  if (kind === 'form-scan') return
  const photos = await listDocuments(platform, sql, registrationId)
  if (photos.some((photo) => photo.kind === kind)) throw new Refusal('photo-there')
}

/** A scan or photo of the signed form, and photos that were never sent, through the pipeline of all photos. */
export function sendAttachment(server: Server, platform: Platform): void {
  addRoute(server, startAttachmentRoute, async ({ params: { registrationId }, body, request }) => {
    await requireAttachable(platform, platform.sql, requireActor(request, 'staff'), { registrationId, kind: body.kind })
    return startUpload(platform.sql, { registrationId, ...body, hints: NO_HINTS })
  })
  addRoute(server, sendAttachmentPieceRoute, async ({ params: { registrationId, uploadId }, request }) => {
    await requireOwnCase(platform.sql, requireActor(request, 'staff'), registrationId)
    const { offset } = await appendPiece(platform, { registrationId, uploadId, ...readPiece(request) })
    return { offset }
  })
  addRoute(server, finishAttachmentRoute, async ({ params: { registrationId, uploadId }, request }) => {
    const actor = requireActor(request, 'staff')
    await requireOwnCase(platform.sql, actor, registrationId)
    const { documentId } = await finishUpload(platform, { registrationId, uploadId }, async (transaction, stored) => {
      const kind = stored.kind as KeptPictureKind
      await requireAttachable(platform, transaction, actor, { registrationId, kind })
      const details = { documentId: stored.documentId, kind }
      await recordAudit(transaction, { actor, action: 'attachment-stored', registrationId, requestId: request.id, details })
      await platform.jobs.send(transaction, 'mark-registration', { registrationId })
    })
    return { documentId }
  })
}
