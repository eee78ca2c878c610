import { getFormScanRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireOwnCase } from '../decisions/index.ts'
import { findFormScan, readDocument } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'

/** The scanned form of an own case. */
export function getFormScan(server: Server, platform: Platform): void {
  addRoute(server, getFormScanRoute, async ({ params: { registrationId }, request, reply }) => {
    const actor = requireActor(request, 'staff')
    const { personId } = await requireOwnCase(platform.sql, actor, registrationId)
    const documentId = requireFound(await findFormScan(platform.sql, registrationId), 'not-found')
    const bytes = await readDocument(platform, documentId)
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, {
        actor,
        action: 'form-scan-read',
        registrationId,
        personId,
        requestId: request.id,
        details: { documentId },
      }),
    )
    return reply.type('image/jpeg').header('cache-control', 'no-store').send(bytes)
  })
}
