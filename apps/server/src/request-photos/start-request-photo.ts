import { startRequestPhotoRoute } from '@an-sinh/contract'
import { startUpload } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { openPhotoFolder } from './request-photo-queries.ts'
import { requireOpenRequest } from './require-open-request.ts'

/** Hints are codes; whatever else a device sends is dropped. */
const CODE = /^[a-z0-9-]{1,40}$/u

/** Announces a paper or a portrait for one's own request; answers where to go on. */
export function startRequestPhoto(server: Server, platform: Platform): void {
  addRoute(server, startRequestPhotoRoute, async ({ params: { requestId }, body, request }) => {
    const { personId } = requireActor(request, 'citizen')
    await requireOpenRequest(platform.sql, personId, requestId)
    await platform.limits.consume('photo-start', `person/${personId}`)
    if (!(await openPhotoFolder(platform.sql, personId, requestId))) throw new Refusal('not-found')
    const { uploadId, kind, sizeBytes, sha256 } = body
    const { faults, tries, face } = body.hints
    const hints = { faults: faults.filter((fault) => CODE.test(fault)), tries, ...(face === undefined ? {} : { face }) }
    return startUpload(platform.sql, { registrationId: requestId, uploadId, kind, sizeBytes, sha256, hints })
  })
}
