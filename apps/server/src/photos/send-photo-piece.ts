import { sendPhotoPieceRoute } from '@an-sinh/contract'
import { appendPiece } from '../documents/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readPiece } from '../platform/read-piece.ts'

/** One piece of at most 64 kB. A piece sent again changes nothing. */
export function sendPhotoPiece(server: Server, platform: Platform): void {
  addRoute(server, sendPhotoPieceRoute, async ({ params: { registrationId, uploadId }, request }) => {
    const { offset } = await appendPiece(platform, { registrationId, uploadId, ...readPiece(request) })
    return { offset }
  })
}
