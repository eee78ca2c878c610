import { createHash } from 'node:crypto'
import { finishRosterImportRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { findFileOffset, openFileKey, readPieces, removeFile } from '../import-files/index.ts'
import { type BatchRow, settleUpload } from '../imports/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { getOwnBatch, toRosterImport } from '../roster-previews/index.ts'

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
export function finishRosterImport(server: Server, platform: Platform): void {
  addRoute(server, finishRosterImportRoute, async ({ params: { importId }, request }) => {
    const actor = requireActor(request, 'employer')
    const batch = await getOwnBatch(platform.sql, request, importId)
    if (batch.state !== 'uploading') return toRosterImport(platform.sql, batch)
    await requireWhole(platform, batch)
    const settled = await settleUpload(platform, batch)
    if (settled.state === 'uploaded')
      await inTransaction(platform, async (transaction) => {
        const details = { employerId: actor.employerId, batchId: settled.batchId }
        await recordAudit(transaction, { actor, action: 'roster-sent', requestId: request.id, details })
        await platform.jobs.send(transaction, 'process-import', { batchId: settled.batchId })
      })
    return toRosterImport(platform.sql, settled)
  })
}
