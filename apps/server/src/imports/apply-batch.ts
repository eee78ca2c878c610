import { recordAudit } from '../audit/index.ts'
import { keepCloseMatches } from '../close-matches/index.ts'
import type { ImportCounts, ImportKind } from '../platform/import-kind.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { type BatchRow, findBatch, type GroupCounts, moveBatch } from './import-batch-queries.ts'
import { allowLongWork, forgetStaged, lockFor, lockOf } from './import-row-queries.ts'
import { findTooFew, matchRows } from './match-batch.ts'

const auditApplied = (transaction: Transaction, { batchId, kind }: BatchRow, counts: ImportCounts): Promise<void> =>
  recordAudit(transaction, {
    actor: { kind: 'system', job: 'process-import' },
    action: 'import-applied',
    details: { batchId, kind, written: counts.written, ended: counts.ended, unchanged: counts.unchanged },
  })

/** Rows that nobody wrote: rejected, or like somebody's but not the same. */
const leftOut = (counts: GroupCounts): number => (counts.rejected ?? 0) + (counts['close-match'] ?? 0)

/** What a confirmed batch becomes. Matched again in the transaction that writes: nothing can move in between. */
const applyRows = async (transaction: Transaction, kind: ImportKind, batch: BatchRow): Promise<boolean> => {
  const { batchId } = batch
  const groups = await matchRows(transaction, kind, batch)
  const tooFew = findTooFew(kind, groups.counts)
  if (tooFew !== null) {
    const refused = { code: 'import-matches-too-few', details: tooFew }
    return moveBatch(transaction, batchId, ['confirmed'], 'refused', { phase: 'done', groups, refused })
  }
  if (batch.previewDigest !== null && batch.previewDigest !== groups.digest)
    return moveBatch(transaction, batchId, ['confirmed'], 'preview', { phase: 'preview', groups, baseMoved: true })
  const appliedCounts = await kind.apply(transaction, batch)
  if (kind.closeMatches !== null) await keepCloseMatches(transaction, batchId)
  await auditApplied(transaction, batch, appliedCounts)
  const to = leftOut(groups.counts) > 0 ? 'partly' : 'applied'
  return moveBatch(transaction, batchId, ['confirmed'], to, { phase: 'done', groups, appliedCounts, baseMoved: false })
}

/** Writes a confirmed batch in one transaction with its audit line; back to `preview` when the register moved since it was shown. */
export async function applyBatch(platform: Platform, kind: ImportKind, announced: BatchRow): Promise<void> {
  const { batchId } = announced
  await inTransaction(platform, async (transaction) => {
    await allowLongWork(transaction)
    await lockFor(transaction, `import-batch/${batchId}`)
    await lockFor(transaction, lockOf(kind, announced))
    const batch = await findBatch(transaction, batchId)
    if (batch?.state === 'confirmed') await applyRows(transaction, kind, batch)
  })
  const batch = await findBatch(platform.sql, batchId)
  if (batch?.state === 'applied' || batch?.state === 'partly') await forgetStaged(platform.sql, batchId)
}
