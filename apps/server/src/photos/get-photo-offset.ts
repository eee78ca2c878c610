import { getPhotoOffsetRoute } from '@an-sinh/contract'
import { findUploadOffset } from '../documents/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'

/** Where an upload stands after a cut line. */
export function getPhotoOffset(server: Server, platform: Platform): void {
  addRoute(server, getPhotoOffsetRoute, async ({ params }) => ({
    offset: requireFound(await findUploadOffset(platform.sql, params.registrationId, params.uploadId), 'not-found'),
  }))
}
