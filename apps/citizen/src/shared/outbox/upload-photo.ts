import type { Photo } from '@an-sinh/contract'
import { PHOTO_RULE, type PhotoKind } from '@an-sinh/domain'
import { call } from '../api/call.ts'
import { findCode } from '../api/failure.ts'

export type PhotoUpload = {
  readonly registrationId: string
  readonly kind: PhotoKind
  readonly uploadId: string
  readonly sha256: string
  readonly bytes: ArrayBuffer
  readonly hints: { readonly faults: readonly string[]; readonly tries: number; readonly face: string | null }
}

/** A server that keeps naming other offsets is not argued with for ever. */
const CORRECTIONS_MAX = 5

const announce = async ({
  registrationId,
  kind,
  uploadId,
  sha256,
  bytes,
  hints,
}: PhotoUpload): Promise<{ uploadId: string; offset: number }> =>
  call('POST /api/registrations/:registrationId/photos', {
    params: { registrationId },
    body: {
      uploadId,
      kind,
      sizeBytes: bytes.byteLength,
      sha256,
      hints: { faults: [...hints.faults], tries: hints.tries, ...(hints.face === null ? {} : { face: hints.face }) },
    },
  })

/** Sends from `offset` to the end, one piece of at most 64 kB at a time; where the server stands elsewhere, goes on from there. */
const sendPieces = async (params: { registrationId: string; uploadId: string }, bytes: ArrayBuffer, from: number): Promise<void> => {
  let offset = from
  let corrections = 0
  while (offset < bytes.byteLength) {
    try {
      const piece = bytes.slice(offset, offset + PHOTO_RULE.pieceBytes)
      const answer = await call('PATCH /api/registrations/:registrationId/photos/:uploadId', {
        params,
        bytes: piece,
        headers: { 'upload-offset': String(offset) },
      })
      offset = answer.offset
    } catch (failure) {
      corrections += 1
      if (findCode(failure) !== 'upload-offset' || corrections > CORRECTIONS_MAX) throw failure
      offset = (await call('GET /api/registrations/:registrationId/photos/:uploadId/offset', { params })).offset
    }
  }
}

/** One photo to the server, resumed where an earlier attempt broke off. Answers what the server saw. Throws `Failure`. */
export const uploadPhoto = async (upload: PhotoUpload): Promise<Photo> => {
  const { uploadId, offset } = await announce(upload)
  const params = { registrationId: upload.registrationId, uploadId }
  await sendPieces(params, upload.bytes, offset)
  return call('POST /api/registrations/:registrationId/photos/:uploadId/completion', { params })
}
