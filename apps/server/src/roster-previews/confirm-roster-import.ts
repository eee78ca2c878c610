import { confirmRosterImportRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { moveBatch } from '../imports/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { decideRosterBatch } from '../rosters/index.ts'
import { getOwnBatch, toRosterImport } from './roster-answer.ts'

/** Says yes to the very preview that was seen; people declared elsewhere one by one, missing people only when said. */
export function confirmRosterImport(server: Server, platform: Platform): void {
  addRoute(
    server,
    confirmRosterImportRoute,
    async ({ params: { importId }, body: { previewedAt, endsMissing, includedRows }, request }) => {
      const actor = requireActor(request, 'employer')
      const { employerId } = actor
      return inTransaction(platform, async (transaction) => {
        const batch = await getOwnBatch(transaction, request, importId)
        const isSeen = batch.previewedAt?.toISOString() === previewedAt
        if (!isSeen || !(await moveBatch(transaction, importId, ['preview'], 'confirmed', { phase: 'waiting', baseMoved: false })))
          throw new Refusal('import-move')
        await decideRosterBatch(transaction, { batchId: importId, employerId, endsMissing, includedRows })
        await recordAudit(transaction, {
          actor,
          action: 'roster-confirmed',
          requestId: request.id,
          details: { employerId, batchId: importId, endsMissing, included: includedRows.length },
        })
        await platform.jobs.send(transaction, 'process-import', { batchId: importId })
        return toRosterImport(transaction, await getOwnBatch(transaction, request, importId))
      })
    },
  )
}
