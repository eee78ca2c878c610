import { randomUUID } from 'node:crypto'
import { makeFileKey } from '../import-files/index.ts'
import type { Platform } from '../platform/platform.ts'
import { type BatchRow, findBatch, findBatchByFile, insertBatch, markUploaded, moveBatch, type NewBatch } from './import-batch-queries.ts'

export type AnnouncedFile = Pick<NewBatch, 'kind' | 'fileName' | 'fileFormat' | 'fileBytes' | 'fileSha256' | 'source' | 'sentByStaffId'> &
  Partial<Pick<NewBatch, 'employerId' | 'chosenHeadings'>>

/** A new batch for a file; the same file again leads to the batch it already has, finished or half sent. */
export async function startBatch(platform: Platform, announced: AnnouncedFile): Promise<BatchRow> {
  const file = { employerId: null, chosenHeadings: [], ...announced }
  const known = await findBatchByFile(platform.sql, file)
  if (known !== null) return known
  const batchId = randomUUID()
  await insertBatch(platform.sql, { ...file, batchId, fileKeyEncrypted: makeFileKey(platform, batchId).wrapped })
  const batch = await findBatch(platform.sql, batchId)
  if (batch === null) throw new Error('a batch just written is gone')
  return batch
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505'

/** All bytes are here. Of two uploads of one file the first becomes the batch; the second is discarded and told which one it was. */
export async function settleUpload(platform: Platform, batch: BatchRow): Promise<BatchRow> {
  const won = await markUploaded(platform.sql, batch.batchId).catch((error: unknown) => {
    if (isTaken(error)) return false
    throw error
  })
  if (!won) {
    const other = await findBatchByFile(platform.sql, batch)
    if (other !== null && other.batchId !== batch.batchId)
      await moveBatch(platform.sql, batch.batchId, ['uploading'], 'discarded', { phase: 'done' })
    if (other !== null) return other
  }
  return (await findBatch(platform.sql, batch.batchId)) ?? batch
}
