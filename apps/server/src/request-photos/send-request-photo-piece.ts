import { sendRequestPhotoPieceRoute } from '@an-sinh/contract'
import { appendPiece } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { requireOwnFolder } from './require-open-request.ts'

/** One piece of at most 64 kB. A piece sent again changes nothing. */
export function sendRequestPhotoPiece(server: Server, platform: Platform): void {
  addRoute(server, sendRequestPhotoPieceRoute, async ({ params: { requestId, uploadId }, body, request }) => {
    await requireOwnFolder(platform.sql, requireActor(request, 'citizen').personId, requestId)
    const header = request.headers['upload-offset']
    if (!(body instanceof Uint8Array) || body.length === 0) throw new Refusal('bad-request')
    if (typeof header !== 'string' || !/^\d{1,9}$/u.test(header))
      throw new Refusal('bad-request', { fields: [{ field: 'upload-offset', code: 'bad-request' }] })
    const { offset } = await appendPiece(platform, { registrationId: requestId, uploadId, offset: Number(header), bytes: body })
    return { offset }
  })
}
