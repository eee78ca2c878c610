import { sendRosterPieceRoute } from '@an-sinh/contract'
import { findFileOffset, MOST_PIECE_BYTES, openFileKey, writePiece } from '../import-files/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { getOwnBatch } from '../roster-previews/index.ts'

const offsetOf = (header: string | string[] | undefined): number => {
  if (typeof header !== 'string' || !/^\d{1,12}$/u.test(header))
    throw new Refusal('bad-request', { fields: [{ field: 'upload-offset', code: 'bad-request' }] })
  return Number(header)
}

/** One piece of the employer's own upload. What lies here already is not written again. */
export function sendRosterPiece(server: Server, platform: Platform): void {
  addRoute(
    server,
    sendRosterPieceRoute,
    async ({ params: { importId }, body, request }) => {
      const batch = await getOwnBatch(platform.sql, request, importId)
      if (batch.state !== 'uploading' || batch.fileKeyEncrypted === null) throw new Refusal('import-move')
      if (!(body instanceof Uint8Array) || body.length === 0) throw new Refusal('bad-request')
      const offset = offsetOf(request.headers['upload-offset'])
      const due = await findFileOffset(platform, importId)
      if (offset + body.length <= due) return { offset: due }
      if (offset !== due) throw new Refusal('upload-offset')
      if (offset + body.length > batch.fileBytes) throw new Refusal('too-large')
      await writePiece(platform, { batchId: importId, key: openFileKey(platform, importId, batch.fileKeyEncrypted) }, offset, body)
      return { offset: offset + body.length }
    },
    { bodyLimitBytes: MOST_PIECE_BYTES },
  )
}
