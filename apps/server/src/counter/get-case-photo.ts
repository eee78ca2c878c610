import { getCasePhotoRoute } from '@an-sinh/contract'
import type { RegistrationState } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireOwnCase } from '../decisions/index.ts'
import { listDocuments, readDocument } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'

/** While a case is worked on its photos are looked at freely; afterwards every look is counted (SECURITY "Starting limits"). */
const AT_WORK: readonly RegistrationState[] = ['awaiting-visit', 'received', 'checked', 'fraud-review']

export function getCasePhoto(server: Server, platform: Platform): void {
  addRoute(server, getCasePhotoRoute, async ({ params, request, reply }) => {
    const actor = requireActor(request, 'staff')
    const { registrationId, kind } = params
    const row = await requireOwnCase(platform.sql, actor, registrationId)
    const photos = await listDocuments(platform, platform.sql, registrationId)
    const photo = requireFound(
      photos.find((one) => one.kind === kind),
      'not-found',
    )
    if (!AT_WORK.includes(row.state)) await platform.limits.consume('staff-photo-view', String(actor.staffId))
    const bytes = await readDocument(platform, photo.documentId)
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, {
        actor,
        action: 'photo-read',
        registrationId,
        personId: row.personId,
        requestId: request.id,
        details: { kind, documentId: photo.documentId },
      }),
    )
    return reply.type('image/jpeg').header('cache-control', 'no-store').send(bytes)
  })
}
