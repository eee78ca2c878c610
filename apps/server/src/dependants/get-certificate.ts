import { getCertificateRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { listDocuments, readDocument } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { openCase } from './open-case.ts'

export function getCertificate(server: Server, platform: Platform): void {
  addRoute(server, getCertificateRoute, async ({ params: { requestId }, request, reply }) => {
    const actor = requireActor(request, 'staff')
    const { guardian } = await openCase(platform.sql, actor, requestId)
    const photos = await listDocuments(platform, platform.sql, requestId)
    const { documentId } = requireFound(
      photos.find((one) => one.kind === 'birth-certificate'),
      'not-found',
    )
    const bytes = await readDocument(platform, documentId)
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, {
        actor,
        action: 'certificate-read',
        personId: guardian.personId,
        requestId: request.id,
        details: { documentId },
      }),
    )
    return reply.type('image/jpeg').header('cache-control', 'no-store').send(bytes)
  })
}
