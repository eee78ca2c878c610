import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { ownPhotos } from './own-photos.ts'
import { reportPhotos } from './report-photos.ts'
import { strangerPhotos } from './stranger-photos.ts'

/** Up to three photos of a ticket, through the same pipeline as every photo; by night they go with `tickets`' other things. */
export function registerTicketPhotos(server: Server, platform: Platform): void {
  for (const register of [ownPhotos, strangerPhotos, reportPhotos]) register(server, platform)
}
