import { call } from '../api/call.ts'
import { sendInPieces } from '../photos/send-in-pieces.ts'

type Certificate = { readonly uploadId: string; readonly sha256: string; readonly bytes: ArrayBuffer }

/** The photo of a birth certificate, in pieces; with its last step the request goes to the office. `headers` go along. Throws `Failure`. */
export const sendCertificate = async (
  requestId: string,
  { uploadId: ownId, sha256, bytes }: Certificate,
  headers: Readonly<Record<string, string>>,
): Promise<void> =>
  sendInPieces(bytes, {
    announce: async () =>
      call('POST /api/me/dependant-requests/:requestId/certificates', {
        params: { requestId },
        body: { uploadId: ownId, sizeBytes: bytes.byteLength, sha256 },
        headers,
      }),
    piece: async (uploadId, offset, piece) =>
      call('PATCH /api/me/dependant-requests/:requestId/certificates/:uploadId', {
        params: { requestId, uploadId },
        bytes: piece,
        headers: { ...headers, 'upload-offset': offset },
      }),
    finish: async (uploadId) =>
      call('POST /api/me/dependant-requests/:requestId/certificates/:uploadId/completion', { params: { requestId, uploadId }, headers }),
  })
