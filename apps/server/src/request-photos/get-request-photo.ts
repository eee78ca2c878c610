import { getRequestPhotoRoute } from '@an-sinh/contract'
import { listDocuments, readDocument } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { requireOwnFolder } from './require-open-request.ts'

/** One's own photo, as it is kept. */
export function getRequestPhoto(server: Server, platform: Platform): void {
  addRoute(server, getRequestPhotoRoute, async ({ params: { requestId, kind }, request, reply }) => {
    await requireOwnFolder(platform.sql, requireActor(request, 'citizen').personId, requestId)
    const photos = await listDocuments(platform, platform.sql, requestId)
    const photo = requireFound(
      photos.find((one) => one.kind === kind),
      'not-found',
    )
    return reply.type('image/jpeg').send(await readDocument(platform, photo.documentId))
  })
}
