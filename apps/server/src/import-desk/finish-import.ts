import { createHash } from 'node:crypto'
import { finishImportRoute } from '@an-sinh/contract'
import { findFileOffset, openFileKey, readPieces, removeFile } from '../import-files/index.ts'
import { type BatchRow, settleUpload } from '../imports/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { getBatch, toImportAnswer } from './to-import-answer.ts'

const requireWhole = async (platform: Platform, { batchId, fileBytes, fileSha256, fileKeyEncrypted }: BatchRow): Promise<void> => {
  if (fileKeyEncrypted === null) throw new Refusal('import-move')
  if ((await findFileOffset(platform, batchId)) !== fileBytes) throw new Refusal('upload-offset')
  const hash = createHash('sha256')
  for await (const piece of readPieces(platform, { batchId, key: openFileKey(platform, batchId, fileKeyEncrypted) })) hash.update(piece)
  if (hash.digest().equals(fileSha256)) return
  await removeFile(platform, batchId)
  throw new Refusal('upload-hash')
}

/** All pieces are here: the worker begins. Repeating answers the state. */
export function finishImport(server: Server, platform: Platform): void {
  addRoute(server, finishImportRoute, async ({ params: { importId }, request }) => {
    const { staffId } = requireActor(request, 'staff')
    const batch = await getBatch(platform.sql, importId)
    if (batch.state !== 'uploading') return toImportAnswer(batch)
    if (batch.sentByStaffId !== staffId) throw new Refusal('not-found')
    await requireWhole(platform, batch)
    const settled = await settleUpload(platform, batch)
    // A crash in between leaves it to the worker's start, which looks for batches that wait.
    if (settled.state === 'uploaded')
      await inTransaction(platform, (transaction) => platform.jobs.send(transaction, 'process-import', { batchId: settled.batchId }))
    return toImportAnswer(settled)
  })
}
