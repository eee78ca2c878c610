import type { KeptPhotoKind } from '@an-sinh/domain'
import { type ReactNode, useEffect, useState } from 'react'
import { dropLetterPhoto, findLetterPhoto, keepLetterPhoto, type LetterPhoto } from '../outbox/letter-photos.ts'
import type { PreparedPhoto } from '../photos/prepare-photo.ts'
import { PhotoField } from '../request-photos/photo-field.tsx'

type Props = {
  readonly letterId: string
  readonly kind: KeptPhotoKind
  readonly photos: readonly LetterPhoto[]
  readonly error?: string | undefined
  readonly onPhotos: (photos: readonly LetterPhoto[]) => void
}

/** One photo of a form that may be sent without a network: made small, sealed on the phone, shown; it leaves with the form. */
export const KeptPhotoField = ({ letterId, kind, photos, error, onPhotos }: Props): ReactNode => {
  const photo = photos.find((one) => one.kind === kind)
  const [bytes, setBytes] = useState<ArrayBuffer | null>(null)
  useEffect(() => {
    const read = async (): Promise<void> => setBytes(photo === undefined ? null : await findLetterPhoto(letterId, photo))
    void read()
  }, [letterId, photo])
  const take = async (taken: PreparedPhoto): Promise<void> => {
    const next: LetterPhoto = {
      kind,
      uploadId: crypto.randomUUID(),
      sha256: taken.sha256,
      hints: { faults: [...taken.faults], face: taken.face },
    }
    await keepLetterPhoto(letterId, next, taken.bytes)
    if (photo !== undefined) await dropLetterPhoto(letterId, photo)
    onPhotos([...photos.filter((one) => one.kind !== kind), next])
  }
  return (
    <PhotoField
      kind={kind}
      error={error}
      shown={photo === undefined || bytes === null ? null : { bytes, faults: photo.hints.faults }}
      done="kept"
      onTaken={take}
    />
  )
}
