import { finishRequestPhotoRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { finishUpload, toPhotoAnswer } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireOpenRequest, requireOwnFolder } from './require-open-request.ts'

/** All pieces are sent: the photo is checked, written anew, encrypted and looked at. Repeating answers the same. */
export function finishRequestPhoto(server: Server, platform: Platform): void {
  addRoute(server, finishRequestPhotoRoute, async ({ params: { requestId, uploadId }, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    await requireOwnFolder(platform.sql, personId, requestId)
    const photo = await finishUpload(platform, { registrationId: requestId, uploadId }, async (transaction, { documentId, kind }) => {
      await requireOpenRequest(transaction, personId, requestId)
      const details = { documentId, kind }
      await recordAudit(transaction, { actor, action: 'request-photo-stored', personId, requestId: request.id, details })
    })
    return toPhotoAnswer(photo)
  })
}
