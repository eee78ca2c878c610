import { sendImportPieceRoute } from '@an-sinh/contract'
import { appendFilePiece, MOST_PIECE_BYTES, openFileKey } from '../import-files/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readPiece } from '../platform/read-piece.ts'
import { Refusal } from '../platform/refusal.ts'
import { getBatch } from './to-import-answer.ts'

/** One piece of the sender's own upload. What lies here already is not written again. */
export function sendImportPiece(server: Server, platform: Platform): void {
  addRoute(
    server,
    sendImportPieceRoute,
    async ({ params: { importId }, request }) => {
      const { staffId } = requireActor(request, 'staff')
      const batch = await getBatch(platform.sql, importId)
      if (batch.sentByStaffId !== staffId) throw new Refusal('not-found')
      if (batch.state !== 'uploading' || batch.fileKeyEncrypted === null) throw new Refusal('import-move')
      const file = { batchId: importId, key: openFileKey(platform, importId, batch.fileKeyEncrypted) }
      return { offset: await appendFilePiece(platform, file, batch.fileBytes, readPiece(request)) }
    },
    { bodyLimitBytes: MOST_PIECE_BYTES },
  )
}
