import { randomUUID } from 'node:crypto'
import { recordAudit } from '../audit/index.ts'
import { eraseCloseMatches } from '../close-matches/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { ImportKind } from '../platform/import-kind.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { type BatchRow, findBatch, insertCompensation, moveBatch } from './import-batch-queries.ts'
import { allowLongWork, lockFor, lockOf } from './import-row-queries.ts'

/**
 * Orders the compensation of a written batch; the worker (or the caller, by `processImport`) carries it out. Ordered twice: the same one.
 * @throws Refusal `import-move` when nothing of the batch stands, `import-built-upon` when later facts stand on it
 */
export async function startUndo(platform: Platform, kind: ImportKind, batchId: string, actor: Actor): Promise<string> {
  return inTransaction(platform, async (transaction) => {
    await allowLongWork(transaction)
    await lockFor(transaction, `import-batch/${batchId}`)
    const batch = await findBatch(transaction, batchId)
    if (batch?.compensatedByBatchId !== null && batch?.compensatedByBatchId !== undefined) return batch.compensatedByBatchId
    if (batch === null || (batch.state !== 'applied' && batch.state !== 'partly') || batch.compensatesBatchId !== null)
      throw new Refusal('import-move')
    if ((await kind.countBuiltUpon(transaction, batch)) > 0) throw new Refusal('import-built-upon')
    const compensationId = await insertCompensation(transaction, {
      batchId: randomUUID(),
      of: batchId,
      sentByStaffId: actor.kind === 'staff' ? actor.staffId : null,
    })
    await recordAudit(transaction, { actor, action: 'import-undo-ordered', details: { batchId, compensationId, kind: kind.name } })
    await platform.jobs.send(transaction, 'process-import', { batchId: compensationId })
    return compensationId
  })
}

const compensate = async (transaction: Transaction, kind: ImportKind, compensation: BatchRow): Promise<boolean> => {
  const { batchId, compensatesBatchId } = compensation
  const batch = compensatesBatchId === null ? null : await findBatch(transaction, compensatesBatchId)
  if (batch === null) throw new Error(`${batchId} compensates nothing`)
  const count = await kind.countBuiltUpon(transaction, batch)
  if (count > 0) {
    // Something was built upon it between the order and now: nothing is undone, and the order leaves the way free for another.
    return moveBatch(transaction, batchId, ['confirmed'], 'refused', {
      phase: 'done',
      refused: { code: 'import-built-upon', details: { count } },
    })
  }
  const appliedCounts = await kind.undo(transaction, batch, compensation)
  await eraseCloseMatches(transaction, batch.batchId)
  await moveBatch(transaction, batch.batchId, [batch.state], 'undone')
  await recordAudit(transaction, {
    actor: { kind: 'system', job: 'process-import' },
    action: 'import-undone',
    details: {
      batchId: batch.batchId,
      compensationId: batchId,
      kind: kind.name,
      written: appliedCounts.written,
      ended: appliedCounts.ended,
    },
  })
  return moveBatch(transaction, batchId, ['confirmed'], 'applied', { phase: 'done', appliedCounts })
}

/** Carries an ordered compensation out: one transaction, or nothing. */
export async function undoBatch(platform: Platform, kind: ImportKind, announced: BatchRow): Promise<void> {
  const { batchId } = announced
  await inTransaction(platform, async (transaction) => {
    await allowLongWork(transaction)
    await lockFor(transaction, `import-batch/${batchId}`)
    await lockFor(transaction, lockOf(kind, announced))
    const compensation = await findBatch(transaction, batchId)
    if (compensation?.state === 'confirmed') await compensate(transaction, kind, compensation)
  })
}
