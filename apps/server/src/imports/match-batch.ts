import type { ImportBatch, ImportKind } from '../platform/import-kind.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { type BatchRow, findBatch, type GroupCounts, moveBatch } from './import-batch-queries.ts'
import { allowLongWork, countGroups, lockFor, resetMatches } from './import-row-queries.ts'

/** Groups every staged row against the register as it is now. */
export async function matchRows(
  transaction: Transaction,
  kind: ImportKind,
  batch: ImportBatch,
): Promise<{ counts: GroupCounts; digest: string }> {
  await resetMatches(transaction, batch.batchId)
  await kind.match(transaction, batch)
  return countGroups(transaction, batch.batchId, kind.digestUnmarked)
}

/** Too few rows that the register knows: probably another file. null when the share is enough or the kind does not ask. */
export const findTooFew = (kind: ImportKind, counts: GroupCounts): { share: number; due: number } | null => {
  if (kind.refusesBelowShare === null) return null
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const share = (all - (counts.rejected ?? 0)) / Math.max(all, 1)
  return share < kind.refusesBelowShare ? { share: Math.floor(share * 100), due: Math.round(kind.refusesBelowShare * 100) } : null
}

/** `parsed` → `matched` → `preview`, or `refused` when too few rows match. */
export async function matchBatch(platform: Platform, kind: ImportKind, { batchId }: BatchRow): Promise<void> {
  await inTransaction(platform, async (transaction) => {
    await allowLongWork(transaction)
    await lockFor(transaction, `import-batch/${batchId}`)
    const batch = await findBatch(transaction, batchId)
    if (batch === null || (batch.state !== 'parsed' && batch.state !== 'matched')) return
    const groups = await matchRows(transaction, kind, batch)
    await moveBatch(transaction, batchId, [batch.state], 'matched', { groups, phase: 'preview' })
    const tooFew = findTooFew(kind, groups.counts)
    if (tooFew === null) await moveBatch(transaction, batchId, ['matched'], 'preview')
    else
      await moveBatch(transaction, batchId, ['matched'], 'refused', {
        phase: 'done',
        refused: { code: 'import-matches-too-few', details: tooFew },
      })
  })
}
