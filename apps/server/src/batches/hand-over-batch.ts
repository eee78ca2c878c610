import { handOverBatchRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { drawBatchCode, hashBatchCode, sealBatchCode } from './batch-codes.ts'
import { closeBatch, holdOpenBatch } from './batch-queries.ts'
import { requireBatch, showBatch } from './require-batch.ts'

/** Closed with what was received: a scan that runs at the same moment is either in it or refused. */
export function handOverBatch(server: Server, platform: Platform): void {
  addRoute(server, handOverBatchRoute, async ({ params: { batchId }, request }) => {
    const actor = requireActor(request, 'staff')
    await requireBatch(platform.sql, actor, batchId)
    const receipt = drawBatchCode()
    await inTransaction(platform, async (transaction) => {
      if (!(await holdOpenBatch(transaction, batchId, 'for-update'))) return
      await closeBatch(transaction, {
        batchId,
        staffId: actor.staffId,
        receiptHmac: hashBatchCode(platform.keyring, 'batch-receipt', receipt),
        receiptEncrypted: sealBatchCode(platform.keyring, 'batch-receipt', receipt, batchId),
      })
      await recordAudit(transaction, { actor, action: 'staff-batch-handed-over', requestId: request.id, details: { batchId } })
    })
    return showBatch(platform.sql, await requireBatch(platform.sql, actor, batchId))
  })
}
