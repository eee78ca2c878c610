import type { Ticket } from '@an-sinh/contract'
import { TICKET_PHOTO_KINDS, type TicketPhotoKind } from '@an-sinh/domain'
import { fieldId, useTexts, Waiting } from '@an-sinh/ui'
import { type ChangeEvent, type ReactNode, useState } from 'react'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { preparePhoto } from '../shared/photos/prepare-photo.ts'
import { sendInPieces } from '../shared/photos/send-in-pieces.ts'
import { TEXTS } from './texts.ts'

const send = async (
  reportId: string,
  kind: TicketPhotoKind,
  { bytes, sha256 }: { readonly bytes: ArrayBuffer; readonly sha256: string },
): Promise<void> => {
  const own = crypto.randomUUID()
  const params = (uploadId: string) => ({ reportId, uploadId })
  await sendInPieces(bytes, {
    announce: async () =>
      call('POST /api/me/tickets/:reportId/photos', {
        params: { reportId },
        body: { uploadId: own, kind, sizeBytes: bytes.byteLength, sha256 },
      }),
    piece: async (uploadId, offset, piece) =>
      call('PATCH /api/me/tickets/:reportId/photos/:uploadId', {
        params: params(uploadId),
        bytes: piece,
        headers: { 'upload-offset': offset },
      }),
    finish: async (uploadId) => call('POST /api/me/tickets/:reportId/photos/:uploadId/completion', { params: params(uploadId) }),
  })
}

/** What was sent along, and one more photo while a place is left. */
export const TicketPhotos = ({ ticket, onSent }: { readonly ticket: Ticket; readonly onSent: () => Promise<void> }): ReactNode => {
  const text = useTexts(TEXTS)
  const [isUnreadable, setUnreadable] = useState(false)
  const { reportId, photos, may } = ticket
  const next = TICKET_PHOTO_KINDS.find((kind) => !photos.includes(kind))
  const take = useAction(async (file: Blob) => {
    setUnreadable(false)
    const prepared = await preparePhoto(file, 'birth-certificate').catch(() => 'unreadable' as const)
    if (typeof prepared === 'string' || next === undefined) return setUnreadable(true)
    await send(reportId, next, prepared)
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
      {photos.map((kind, at) => (
        <img
          key={kind}
          className="photo"
          src={`/api/me/tickets/${reportId}/photo/${kind}`}
          alt={text('photo-alt', { at: String(at + 1) })}
        />
      ))}
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
