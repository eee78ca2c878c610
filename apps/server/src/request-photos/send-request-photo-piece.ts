import { sendRequestPhotoPieceRoute } from '@an-sinh/contract'
import { appendPiece } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readPiece } from '../platform/read-piece.ts'
import { requireOwnFolder } from './require-open-request.ts'

/** One piece of at most 64 kB. A piece sent again changes nothing. */
export function sendRequestPhotoPiece(server: Server, platform: Platform): void {
  addRoute(server, sendRequestPhotoPieceRoute, async ({ params: { requestId, uploadId }, request }) => {
    await requireOwnFolder(platform.sql, requireActor(request, 'citizen').personId, requestId)
    const { offset } = await appendPiece(platform, { registrationId: requestId, uploadId, ...readPiece(request) })
    return { offset }
  })
}
