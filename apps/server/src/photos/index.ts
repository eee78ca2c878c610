import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { finishPhoto } from './finish-photo.ts'
import { getOwnPhoto } from './get-own-photo.ts'
import { getPhotoOffset } from './get-photo-offset.ts'
import { makePhotoHandoff } from './make-photo-handoff.ts'
import { sendPhotoPiece } from './send-photo-piece.ts'
import { startPhoto } from './start-photo.ts'
import { takePhotoHandoff } from './take-photo-handoff.ts'

/** The photo step: three photos in resumable pieces, also by another device. */
export function registerPhotos(server: Server, platform: Platform): void {
  for (const register of [startPhoto, sendPhotoPiece, getPhotoOffset, finishPhoto, getOwnPhoto, makePhotoHandoff, takePhotoHandoff])
    register(server, platform)
}
