import { getReviewPhotoRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { listDocuments, readDocument } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { loadRegistration } from '../registrations/index.ts'
import { listSignals } from '../fraud-signals/index.ts'
import { requireReview } from './require-review.ts'
import { picturesOf } from './show-review.ts'

/** Only a picture that a signal that stands is about, or the case's own; counted, since it may be of another office's applicant. */
export function getReviewPhoto(server: Server, platform: Platform): void {
  addRoute(server, getReviewPhotoRoute, async ({ params: { registrationId, otherId, kind }, request, reply }) => {
    const actor = requireActor(request, 'staff')
    await requireReview(platform.sql, actor, registrationId)
    const isOwn = otherId === registrationId
    const alike = isOwn || picturesOf(await listSignals(platform.sql, [registrationId]), otherId).includes(kind)
    const photos = alike ? await listDocuments(platform, platform.sql, otherId) : []
    const { documentId } = requireFound(
      photos.find((photo) => photo.kind === kind),
      'not-found',
    )
    if (!isOwn) await platform.limits.consume('staff-photo-view', String(actor.staffId))
    const { personId } = await loadRegistration(platform.sql, otherId)
    const bytes = await readDocument(platform, documentId)
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, {
        actor,
        action: 'photo-read',
        registrationId: otherId,
        personId,
        requestId: request.id,
        details: { kind, documentId, review: registrationId },
      }),
    )
    return reply.type('image/jpeg').header('cache-control', 'no-store').send(bytes)
  })
}
