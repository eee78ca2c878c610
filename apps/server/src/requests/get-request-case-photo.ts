import { getRequestCasePhotoRoute } from '@an-sinh/contract'
import { CORRECTION_STATE_RULES } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { listDocuments, readDocument } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { requireOwnRequest } from './require-own-request.ts'

/** Free while the request is worked on, counted afterwards (SECURITY "Starting limits"); every look is a line that the person sees. */
export function getRequestCasePhoto(server: Server, platform: Platform): void {
  addRoute(server, getRequestCasePhotoRoute, async ({ params: { requestId, kind }, request, reply }) => {
    const actor = requireActor(request, 'staff')
    const { row } = await requireOwnRequest(platform.sql, actor, requestId)
    const photos = await listDocuments(platform, platform.sql, requestId)
    const { documentId } = requireFound(
      photos.find((one) => one.kind === kind),
      'not-found',
    )
    if (!CORRECTION_STATE_RULES[row.state].isOpen) await platform.limits.consume('staff-photo-view', String(actor.staffId))
    const bytes = await readDocument(platform, documentId)
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, {
        actor,
        action: 'photo-read',
        personId: row.personId,
        requestId: request.id,
        details: { kind, documentId, fileNumber: row.fileNumber },
      }),
    )
    return reply.type('image/jpeg').header('cache-control', 'no-store').send(bytes)
  })
}
