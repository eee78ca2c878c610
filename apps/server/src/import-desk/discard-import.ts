import { discardImportRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { eraseBatchFile, moveBatch } from '../imports/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { getBatch, toImportAnswer } from './to-import-answer.ts'

/** Drops what was not written; the file is erased at once. */
export function discardImport(server: Server, platform: Platform): void {
  addRoute(server, discardImportRoute, async ({ params: { importId }, request }) => {
    const actor = requireActor(request, 'staff')
    const { kind } = await getBatch(platform.sql, importId)
    await inTransaction(platform, async (transaction) => {
      if (!(await moveBatch(transaction, importId, ['uploading', 'preview'], 'discarded', { phase: 'done' })))
        throw new Refusal('import-move')
      await recordAudit(transaction, { actor, action: 'import-discarded', requestId: request.id, details: { batchId: importId, kind } })
    })
    await eraseBatchFile(platform, importId)
    return toImportAnswer(await getBatch(platform.sql, importId))
  })
}
