import { discardRosterImportRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { eraseBatchFile, moveBatch } from '../imports/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { getOwnBatch, toRosterImport } from './roster-answer.ts'

/** Drops what was not written; the file is erased at once. */
export function discardRosterImport(server: Server, platform: Platform): void {
  addRoute(server, discardRosterImportRoute, async ({ params: { importId }, request }) => {
    const actor = requireActor(request, 'employer')
    await getOwnBatch(platform.sql, request, importId)
    await inTransaction(platform, async (transaction) => {
      if (!(await moveBatch(transaction, importId, ['uploading', 'preview'], 'discarded', { phase: 'done' })))
        throw new Refusal('import-move')
      const details = { employerId: actor.employerId, batchId: importId }
      await recordAudit(transaction, { actor, action: 'roster-discarded', requestId: request.id, details })
    })
    await eraseBatchFile(platform, importId)
    return toRosterImport(platform.sql, await getOwnBatch(platform.sql, request, importId))
  })
}
