import { sendImportPieceRoute } from '@an-sinh/contract'
import type { FastifyRequest } from 'fastify'
import { findFileOffset, MOST_PIECE_BYTES, openFileKey, writePiece } from '../import-files/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { getBatch } from './to-import-answer.ts'

const offsetOf = (request: FastifyRequest): number => {
  const header = request.headers['upload-offset']
  if (typeof header !== 'string' || !/^\d{1,12}$/u.test(header))
    throw new Refusal('bad-request', { fields: [{ field: 'upload-offset', code: 'bad-request' }] })
  return Number(header)
}

/** One piece of the sender's own upload. What lies here already is not written again. */
export function sendImportPiece(server: Server, platform: Platform): void {
  addRoute(
    server,
    sendImportPieceRoute,
    async ({ params: { importId }, body, request }) => {
      const { staffId } = requireActor(request, 'staff')
      const batch = await getBatch(platform.sql, importId)
      if (batch.sentByStaffId !== staffId) throw new Refusal('not-found')
      if (batch.state !== 'uploading' || batch.fileKeyEncrypted === null) throw new Refusal('import-move')
      if (!(body instanceof Uint8Array) || body.length === 0) throw new Refusal('bad-request')
      const offset = offsetOf(request)
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
