import { PHOTO_RULE, type PhotoKind } from '@an-sinh/domain'
import { useState } from 'react'
import type { Draft } from '../shared/draft/draft.ts'
import { keepPhoto } from '../shared/draft/draft-store.ts'
import { wakeOutbox } from '../shared/outbox/outbox.ts'
import { preparePhoto, type PreparedPhoto } from '../shared/photos/prepare-photo.ts'
import type { PictureRefusal } from '../shared/photos/read-picture-size.ts'

export type PhotoWork = {
  readonly working: boolean
  /** Why the chosen file was no photo, or the hint for the photo just taken. */
  readonly hint: PictureRefusal | PreparedPhoto['faults'][number] | null
  /** There after the second try: the photo is good enough for the person, and flagged for the clerk. */
  readonly useAnyway: (() => void) | null
  readonly take: (file: Blob) => Promise<void>
}

/** Takes photos of one kind into the draft: checked first, kept when good or when the person insists after the second try. */
export const usePhoto = (draft: Draft, kind: PhotoKind): PhotoWork => {
  const [working, setWorking] = useState(false)
  const [hint, setHint] = useState<PhotoWork['hint']>(null)
  const [held, setHeld] = useState<PreparedPhoto | null>(null)
  const [tries, setTries] = useState(0)

  const keep = async (photo: PreparedPhoto, count: number): Promise<void> => {
    setHeld(null)
    setHint(null)
    setTries(0)
    await keepPhoto(draft.registrationId, kind, photo.bytes, {
      uploadId: crypto.randomUUID(),
      sizeBytes: photo.bytes.byteLength,
      sha256: photo.sha256,
      faults: photo.faults,
      tries: count,
      face: photo.face,
      card: photo.card,
      state: 'kept',
      seen: null,
      refusal: null,
    })
    void wakeOutbox()
  }

  const take = async (file: Blob): Promise<void> => {
    setWorking(true)
    setHint(null)
    try {
      const photo = await preparePhoto(file, kind)
      if (typeof photo === 'string') return setHint(photo)
      const [fault] = photo.faults
      if (fault === undefined) return await keep(photo, tries + 1)
      setTries(tries + 1)
      setHeld(photo)
      setHint(fault)
    } catch {
      setHint('unreadable')
    } finally {
      setWorking(false)
    }
  }
  const mayInsist = held !== null && tries >= PHOTO_RULE.triesBeforeFlag
  return { working, hint, take, useAnyway: mayInsist ? () => void keep(held, tries) : null }
}
