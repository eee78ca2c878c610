import type { PhotoKind } from '@an-sinh/domain'
import { call } from '../api/call.ts'
import { sendInPieces } from '../photos/send-in-pieces.ts'

type RequestPhoto = {
  readonly kind: PhotoKind
  readonly uploadId: string
  readonly sha256: string
  readonly bytes: ArrayBuffer
  readonly faults: readonly string[]
  readonly face: string | null
}

/** A photo of a request, sent or not yet, in pieces. `headers` go along with every call. Throws `Failure`. */
export const sendRequestPhoto = async (
  requestId: string,
  { kind, uploadId: ownId, sha256, bytes, faults, face }: RequestPhoto,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const hints = { faults: [...faults], tries: 1, ...(face === null ? {} : { face }) }
  await sendInPieces(bytes, {
    announce: async () =>
      call('POST /api/me/requests/:requestId/photos', {
        params: { requestId },
        body: { uploadId: ownId, kind, sizeBytes: bytes.byteLength, sha256, hints },
        headers,
      }),
    piece: async (uploadId, offset, piece) =>
      call('PATCH /api/me/requests/:requestId/photos/:uploadId', {
        params: { requestId, uploadId },
        bytes: piece,
        headers: { ...headers, 'upload-offset': offset },
      }),
    finish: async (uploadId) =>
      call('POST /api/me/requests/:requestId/photos/:uploadId/completion', { params: { requestId, uploadId }, headers }),
  })
}
