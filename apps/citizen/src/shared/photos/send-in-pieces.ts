import { PHOTO_RULE } from '@an-sinh/domain'
import { findCode } from '../api/failure.ts'

type Line = {
  /** Answers where the server stands; the same photo again is gone on with. */
  readonly announce: () => Promise<{ readonly uploadId: string; readonly offset: number }>
  readonly piece: (uploadId: string, offset: string, bytes: ArrayBuffer) => Promise<{ readonly offset: number }>
  readonly finish: (uploadId: string) => Promise<unknown>
}

/** A server that keeps naming other offsets is not argued with for ever. */
const CORRECTIONS_MAX = 5

/** A photo in pieces of at most 64 kB, one at a time, from where the server stands. Throws `Failure`. */
export const sendInPieces = async (bytes: ArrayBuffer, { announce, piece, finish }: Line): Promise<void> => {
  let { uploadId, offset } = await announce()
  let corrections = 0
  while (offset < bytes.byteLength) {
    try {
      offset = (await piece(uploadId, String(offset), bytes.slice(offset, offset + PHOTO_RULE.pieceBytes))).offset
    } catch (failure) {
      corrections += 1
      if (findCode(failure) !== 'upload-offset' || corrections > CORRECTIONS_MAX) throw failure
      ;({ uploadId, offset } = await announce())
    }
  }
  await finish(uploadId)
}
