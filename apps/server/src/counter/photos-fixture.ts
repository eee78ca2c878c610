import { createHash, randomUUID } from 'node:crypto'
import { PHOTO_KINDS } from '@an-sinh/domain'
import sharp from 'sharp'
import { appendPiece, finishUpload, startUpload } from '../documents/index.ts'
import type { Platform } from '../platform/platform.ts'

/** Three drawn pictures, stored as photos of a registration; each told as glaring by the device. */
export async function addPhotos(platform: Platform, registrationId: string): Promise<void> {
  for (const kind of PHOTO_KINDS) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#ccd"/><text y="60" font-size="20">${kind} ${registrationId}</text></svg>`
    const bytes = await sharp(Buffer.from(svg)).jpeg().toBuffer()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const hints = { faults: ['glare'], tries: 2, face: 'one' as const }
    const { uploadId } = await startUpload(platform.sql, {
      uploadId: randomUUID(),
      registrationId,
      kind,
      sizeBytes: bytes.length,
      sha256,
      hints,
    })
    await appendPiece(platform, { registrationId, uploadId, offset: 0, bytes })
    await finishUpload(platform, { registrationId, uploadId }, async () => undefined)
  }
}
