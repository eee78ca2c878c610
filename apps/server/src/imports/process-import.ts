import type { ImportKind } from '../platform/import-kind.ts'
import type { Platform } from '../platform/platform.ts'
import { applyBatch } from './apply-batch.ts'
import { type BatchRow, findBatch, moveBatch, recordProgress } from './import-batch-queries.ts'
import { hasStaged } from './import-row-queries.ts'
import { matchBatch } from './match-batch.ts'
import { stageFile } from './stage-file.ts'
import { undoBatch } from './undo-batch.ts'

export type ImportKinds = readonly ImportKind[]

const step = async (platform: Platform, kind: ImportKind, batch: BatchRow): Promise<boolean> => {
  const { batchId, state } = batch
  switch (state) {
    case 'uploaded':
      await recordProgress(platform.sql, batchId, { phase: 'reading', rowsRead: 0, bytesRead: 0 })
      await stageFile(platform, kind, batch)
      return true
    case 'parsed':
    case 'matched':
      if (!(await hasStaged(platform.sql, batchId))) return moveBatch(platform.sql, batchId, [state], 'uploaded')
      await recordProgress(platform.sql, batchId, { phase: 'matching' })
      await matchBatch(platform, kind, batch)
      return true
    case 'confirmed':
      if (batch.compensatesBatchId !== null) {
        await undoBatch(platform, kind, batch)
        return true
      }
      if (!(await hasStaged(platform.sql, batchId))) await stageFile(platform, kind, batch)
      await recordProgress(platform.sql, batchId, { phase: 'applying' })
      await applyBatch(platform, kind, batch)
      return true
    case 'uploading':
    case 'preview':
    case 'applied':
    case 'partly':
    case 'refused':
    case 'discarded':
    case 'undone':
      return false
  }
}

/**
 * Takes a batch as far as it goes without a human: to `preview`, and once confirmed to `applied`. Safe to call again after any crash, and
 * twice at once. `confirms`: nobody wants to see the preview; it is matched and written in one go.
 */
export async function processImport(
  platform: Platform,
  kinds: ImportKinds,
  batchId: string,
  { confirms = false }: { confirms?: boolean } = {},
): Promise<BatchRow> {
  for (;;) {
    const batch = await findBatch(platform.sql, batchId)
    if (batch === null) throw new Error(`no batch ${batchId}`)
    const kind = kinds.find(({ name }) => name === batch.kind)
    if (kind === undefined) throw new Error(`no kind ${batch.kind}`)
    if (confirms && (batch.state === 'parsed' || batch.state === 'preview') && !batch.baseMoved)
      await moveBatch(platform.sql, batchId, [batch.state], 'confirmed')
    else if (!(await step(platform, kind, batch))) return batch
  }
}
