import { startPhotoRoute } from '@an-sinh/contract'
import { startUpload } from '../documents/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { requirePhotoStep } from './require-photo-step.ts'

/** Hints are codes; whatever else a device sends is dropped. */
const CODE = /^[a-z0-9-]{1,40}$/u

/** Announces a photo; answers where to go on. */
export function startPhoto(server: Server, platform: Platform): void {
  addRoute(server, startPhotoRoute, async ({ params: { registrationId }, body }) => {
    const row = await requirePhotoStep(platform.sql, registrationId)
    if (row.privacyTextVersion === null) throw new Refusal('privacy-not-read')
    await platform.limits.consume('photo-start', row.provedPhone ?? registrationId)
    const { faults, tries, face } = body.hints
    const hints = { faults: faults.filter((fault) => CODE.test(fault)), tries, ...(face === undefined ? {} : { face }) }
    return startUpload(platform.sql, {
      registrationId,
      uploadId: body.uploadId,
      kind: body.kind,
      sizeBytes: body.sizeBytes,
      sha256: body.sha256,
      hints,
    })
  })
}
