import type { KeptPhotoKind, PhotoKind } from '@an-sinh/domain'
import { call } from '../api/call.ts'
import { sendCertificate } from '../request-photos/send-certificate.ts'
import { sendRequestPhoto } from '../request-photos/send-request-photo.ts'
import { type LetterBody, LETTER_ROUTES, type NewLetter } from './letter.ts'
import { findLetterPhoto, type LetterPhoto } from './letter-photos.ts'

/** The browser lost a picture that belongs to the letter: told, not hidden. */
export class PhotoLost extends Error {
  override readonly name = 'PhotoLost'
}

type Headers = Readonly<Record<string, string>>

const bytesOf = async (letterId: string, photo: LetterPhoto): Promise<ArrayBuffer> => {
  const bytes = await findLetterPhoto(letterId, photo)
  if (bytes === null) throw new PhotoLost()
  return bytes
}

const isRequestPhoto = (kind: KeptPhotoKind): kind is PhotoKind => kind !== 'birth-certificate'

/** A child is declared first, and its certificate closes the request: what waits for a photo is in no office's queue. */
const deliverDependant = async (body: LetterBody<'dependant-request'>, photo: LetterPhoto | undefined, headers: Headers): Promise<void> => {
  if (photo === undefined) throw new PhotoLost()
  const { requestId } = body
  const bytes = await bytesOf(requestId, photo)
  const { state } = await call('POST /api/me/dependant-requests', { body, headers })
  if (state === 'awaiting-photo') await sendCertificate(requestId, { ...photo, bytes }, headers)
}

/**
 * One whole letter, photos first. Under the name of the person who wrote it: the server refuses it when somebody else is signed in by now.
 * `person` null: nothing could be kept here, it goes as who is signed in. Throws `Failure`, `PhotoLost`.
 */
export const deliverLetter = async ({ letterId, kind, body, photos = [] }: NewLetter, person: string | null): Promise<void> => {
  const headers: Headers = person === null ? {} : { 'ansinh-person': person }
  if (kind === 'dependant-request') return deliverDependant(body as LetterBody<'dependant-request'>, photos[0], headers)
  for (const photo of photos) {
    const { kind: photoKind, hints } = photo
    if (isRequestPhoto(photoKind))
      await sendRequestPhoto(letterId, { ...photo, ...hints, kind: photoKind, bytes: await bytesOf(letterId, photo) }, headers)
  }
  // What is added to a request goes under the request's own id.
  const params = { requestId: letterId }
  await call(LETTER_ROUTES[kind], { params, body, headers } as never)
}
