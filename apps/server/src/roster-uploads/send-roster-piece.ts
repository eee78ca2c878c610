import { sendRosterPieceRoute } from '@an-sinh/contract'
import { appendFilePiece, MOST_PIECE_BYTES, openFileKey } from '../import-files/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readPiece } from '../platform/read-piece.ts'
import { Refusal } from '../platform/refusal.ts'
import { getOwnBatch } from '../roster-previews/index.ts'

/** One piece of the employer's own upload. What lies here already is not written again. */
export function sendRosterPiece(server: Server, platform: Platform): void {
  addRoute(
    server,
    sendRosterPieceRoute,
    async ({ params: { importId }, request }) => {
      const batch = await getOwnBatch(platform.sql, request, importId)
      if (batch.state !== 'uploading' || batch.fileKeyEncrypted === null) throw new Refusal('import-move')
      const file = { batchId: importId, key: openFileKey(platform, importId, batch.fileKeyEncrypted) }
      return { offset: await appendFilePiece(platform, file, batch.fileBytes, readPiece(request)) }
    },
    { bodyLimitBytes: MOST_PIECE_BYTES },
  )
}
