import type { DependantRequest } from '@an-sinh/contract'
import { PHOTO_RULE } from '@an-sinh/domain'
import { call } from '../shared/api/call.ts'

type Certificate = { readonly uploadId: string; readonly sha256: string; readonly bytes: ArrayBuffer }

/** The photo in pieces of at most 64 kB, from where the server stands; the last step sends the request to the office. Throws `Failure`. */
export const sendCertificate = async (requestId: string, { uploadId: ownId, sha256, bytes }: Certificate): Promise<DependantRequest> => {
  const started = await call('POST /api/me/dependant-requests/:requestId/certificates', {
    params: { requestId },
    body: { uploadId: ownId, sizeBytes: bytes.byteLength, sha256 },
  })
  const params = { requestId, uploadId: started.uploadId }
  let offset = started.offset
  while (offset < bytes.byteLength) {
    const piece = bytes.slice(offset, offset + PHOTO_RULE.pieceBytes)
    const answer = await call('PATCH /api/me/dependant-requests/:requestId/certificates/:uploadId', {
      params,
      bytes: piece,
      headers: { 'upload-offset': String(offset) },
    })
    offset = answer.offset
  }
  return call('POST /api/me/dependant-requests/:requestId/certificates/:uploadId/completion', { params })
}
