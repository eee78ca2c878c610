import { sendPhotoPieceRoute } from '@an-sinh/contract'
import { appendPiece } from '../documents/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { FastifyRequest } from 'fastify'

/** The header `upload-offset`: where in the file this piece begins, in bytes. */
const offsetOf = (request: FastifyRequest): number => {
  const header = request.headers['upload-offset']
  if (typeof header !== 'string' || !/^\d{1,9}$/u.test(header))
    throw new Refusal('bad-request', { fields: [{ field: 'upload-offset', code: 'bad-request' }] })
  return Number(header)
}

/** One piece of at most 64 kB. A piece sent again changes nothing. */
export function sendPhotoPiece(server: Server, platform: Platform): void {
  addRoute(server, sendPhotoPieceRoute, async ({ params: { registrationId, uploadId }, body, request }) => {
    if (!(body instanceof Uint8Array) || body.length === 0) throw new Refusal('bad-request')
    const { offset } = await appendPiece(platform, { registrationId, uploadId, offset: offsetOf(request), bytes: body })
    return { offset }
  })
}
