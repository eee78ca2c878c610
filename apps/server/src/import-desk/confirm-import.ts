import { confirmImportRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { moveBatch } from '../imports/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { getBatch, toImportAnswer } from './to-import-answer.ts'

/** Says yes to a preview, to the very one that was seen. */
export function confirmImport(server: Server, platform: Platform): void {
  addRoute(server, confirmImportRoute, async ({ params: { importId }, body: { previewedAt }, request }) => {
    const actor = requireActor(request, 'staff')
    return inTransaction(platform, async (transaction) => {
      const batch = await getBatch(transaction, importId)
      const isSeen = batch.previewedAt?.toISOString() === previewedAt
      if (!isSeen || !(await moveBatch(transaction, importId, ['preview'], 'confirmed', { phase: 'waiting', baseMoved: false })))
        throw new Refusal('import-move')
      await recordAudit(transaction, {
        actor,
        action: 'import-confirmed',
        requestId: request.id,
        details: { batchId: importId, kind: batch.kind },
      })
      await platform.jobs.send(transaction, 'process-import', { batchId: importId })
      return toImportAnswer(await getBatch(transaction, importId))
    })
  })
}
