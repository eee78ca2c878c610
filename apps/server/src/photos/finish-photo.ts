import { finishPhotoRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { finishUpload, toPhotoAnswer } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { touchRegistration } from '../registrations/index.ts'
import { requirePhotoStep } from './require-photo-step.ts'

/** All pieces are sent: the photo is checked, written anew, encrypted and looked at. Repeating answers the same. */
export function finishPhoto(server: Server, platform: Platform): void {
  addRoute(server, finishPhotoRoute, async ({ params: { registrationId, uploadId }, request }) => {
    const actor = requireActor(request, 'applicant')
    const photo = await finishUpload(platform, { registrationId, uploadId }, async (transaction, { documentId, kind }) => {
      const { state } = await requirePhotoStep(transaction, registrationId, 'for-update')
      await touchRegistration(transaction, registrationId, [state], {})
      await recordAudit(transaction, {
        actor,
        action: 'photo-stored',
        registrationId,
        requestId: request.id,
        details: { documentId, kind },
      })
    })
    return toPhotoAnswer(photo)
  })
}
