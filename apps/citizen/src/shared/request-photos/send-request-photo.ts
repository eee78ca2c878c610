import { PHOTO_RULE, type PhotoKind } from '@an-sinh/domain'
import { call } from '../api/call.ts'
import type { PreparedPhoto } from '../photos/prepare-photo.ts'

/** The photo in pieces of at most 64 kB, from where the server stands. Throws `Failure`. */
export const sendRequestPhoto = async (requestId: string, kind: PhotoKind, photo: PreparedPhoto): Promise<void> => {
  const { bytes, sha256, faults, face } = photo
  const hints = { faults: [...faults], tries: 1, ...(face === null ? {} : { face }) }
  const started = await call('POST /api/me/requests/:requestId/photos', {
    params: { requestId },
    body: { uploadId: crypto.randomUUID(), kind, sizeBytes: bytes.byteLength, sha256, hints },
  })
  const params = { requestId, uploadId: started.uploadId }
  let offset = started.offset
  while (offset < bytes.byteLength) {
    const piece = bytes.slice(offset, offset + PHOTO_RULE.pieceBytes)
    const headers = { 'upload-offset': String(offset) }
    const answer = await call('PATCH /api/me/requests/:requestId/photos/:uploadId', { params, bytes: piece, headers })
    offset = answer.offset
  }
  await call('POST /api/me/requests/:requestId/photos/:uploadId/completion', { params })
}
