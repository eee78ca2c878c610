import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { eraseRequestPhotos } from './erase-request-photos-job.ts'
import { finishRequestPhoto } from './finish-request-photo.ts'
import { getRequestPhoto } from './get-request-photo.ts'
import { sendRequestPhotoPiece } from './send-request-photo-piece.ts'
import { startRequestPhoto } from './start-request-photo.ts'

export { eraseRequestPhotos } from './erase-request-photos-job.ts'

/** Papers and portraits of a request, through the same pipeline as the photos of a registration. */
export function registerRequestPhotos(server: Server, platform: Platform): void {
  for (const register of [startRequestPhoto, sendRequestPhotoPiece, finishRequestPhoto, getRequestPhoto]) register(server, platform)
}

/** By night: photos of requests whose time is over. */
export async function startRequestPhotoJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('erase-request-photos', async () =>
    platform.log.info({ folders: await eraseRequestPhotos(platform) }, 'request photos erased'),
  )
  await platform.jobs.schedule('erase-request-photos', '40 2 * * *')
}
