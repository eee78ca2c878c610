import { getOwnPhotoRoute } from '@an-sinh/contract'
import { listDocuments, readDocument } from '../documents/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'

/** An own photo, as it is kept. */
export function getOwnPhoto(server: Server, platform: Platform): void {
  addRoute(server, getOwnPhotoRoute, async ({ params: { registrationId, kind }, reply }) => {
    const photos = await listDocuments(platform, platform.sql, registrationId)
    const photo = requireFound(
      photos.find((candidate) => candidate.kind === kind),
      'not-found',
    )
    return reply.type('image/jpeg').send(await readDocument(platform, photo.documentId))
  })
}
