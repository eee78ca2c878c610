import type { Ticket } from '@an-sinh/contract'
import { TICKET_PHOTO_KINDS, type TicketPhotoKind } from '@an-sinh/domain'
import { fieldId, useTexts, Waiting } from '@an-sinh/ui'
import { type ChangeEvent, type ReactNode, useState } from 'react'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { preparePhoto } from '../shared/photos/prepare-photo.ts'
import { sendInPieces } from '../shared/photos/send-in-pieces.ts'
import { TEXTS } from './texts.ts'

type Announced = { readonly uploadId: string; readonly kind: TicketPhotoKind; readonly sizeBytes: number; readonly sha256: string }
/** How the pieces of one photo travel, for who is signed in and for who is not. */
export type PhotoLine = Omit<Parameters<typeof sendInPieces>[1], 'announce'> & {
  readonly announce: (photo: Announced) => Promise<{ readonly uploadId: string; readonly offset: number }>
}
type Props = {
  readonly ticket: Ticket
  readonly line: PhotoLine
  /** Where a picture is seen again; null: what was sent is not shown again. */
  readonly sourceOf: ((kind: TicketPhotoKind) => string) | null
  readonly onSent: () => Promise<void>
}

/** What was sent along, and one more photo while a place is left. */
export const TicketPhotos = ({ ticket, line, sourceOf, onSent }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [isUnreadable, setUnreadable] = useState(false)
  const { photos, may } = ticket
  const next = TICKET_PHOTO_KINDS.find((kind) => !photos.includes(kind))
  const take = useAction(async (file: Blob) => {
    setUnreadable(false)
    const prepared = await preparePhoto(file, 'birth-certificate').catch(() => 'unreadable' as const)
    if (typeof prepared === 'string' || next === undefined) return setUnreadable(true)
    const { bytes, sha256 } = prepared
    const uploadId = crypto.randomUUID()
    await sendInPieces(bytes, {
      ...line,
      announce: async () => line.announce({ uploadId, kind: next, sizeBytes: bytes.byteLength, sha256 }),
    })
    await onSent()
  })
  const onFile = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.currentTarget.files ?? []
    if (file !== undefined) void take.run(file)
    event.currentTarget.value = ''
  }
  if (photos.length === 0 && !may.sendPhotos) return null
  return (
    <section aria-labelledby="ticket-photos">
      <h2 id="ticket-photos">{text('photos')}</h2>
      {sourceOf === null ? (
        photos.length === 0 ? null : (
          <p>{text('photos-sent', { count: String(photos.length) })}</p>
        )
      ) : (
        photos.map((kind, at) => <img key={kind} className="photo" src={sourceOf(kind)} alt={text('photo-alt', { at: String(at + 1) })} />)
      )}
      {take.busy ? <Waiting label={text('photo-sending')} /> : null}
      {isUnreadable ? <p className="field-error">{text('photo-unreadable')}</p> : null}
      <FailureNotice failure={take.failure} />
      {may.sendPhotos && next !== undefined ? (
        <>
          <p className="quiet">{text('photos-hint')}</p>
          <label className="button button-second file-button">
            <input
              type="file"
              id={fieldId('ticket-photo')}
              accept="image/jpeg,image/png,image/webp,image/heic"
              aria-label={text('photo-add')}
              onChange={onFile}
            />
            {text('photo-add')}
          </label>
        </>
      ) : null}
    </section>
  )
}
