import type { PhotoKind } from '@an-sinh/domain'
import { fieldId, Notice, useTexts, Waiting } from '@an-sinh/ui'
import { type ChangeEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { FailureNotice } from '../page/failure-notice.tsx'
import { useAction } from '../page/use-action.ts'
import { preparePhoto, type PreparedPhoto } from '../photos/prepare-photo.ts'
import { sendRequestPhoto } from './send-request-photo.ts'
import { TEXTS } from './texts.ts'

type Hint = 'heic' | 'type' | 'unreadable'
const HINTS: Readonly<Record<string, Hint>> = { heic: 'heic', 'not-a-picture': 'type' }

type Props = {
  readonly requestId: string
  readonly kind: PhotoKind
  readonly error?: string | undefined
  readonly onSent: () => void
}

const Shown = ({ photo, kind }: { readonly photo: PreparedPhoto; readonly kind: PhotoKind }): ReactNode => {
  const text = useTexts(TEXTS)
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([photo.bytes], { type: 'image/jpeg' }))
    if (image.current !== null) image.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [photo])
  const doubt = photo.faults.includes('blurred') ? 'blurred' : photo.faults.includes('face-none') ? 'no-face' : null
  return (
    <>
      <img ref={image} className={kind === 'portrait' ? 'photo photo-portrait' : 'photo'} alt={text('alt', { kind: text(kind) })} />
      {doubt === null ? null : <Notice kind="warning" live title={text(doubt)} />}
    </>
  )
}

/** One photo for a request: made small on the device, sent at once, shown as it was sent. */
export const RequestPhotoField = ({ requestId, kind, error, onSent }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [photo, setPhoto] = useState<PreparedPhoto | null>(null)
  const [hint, setHint] = useState<Hint | null>(null)
  const send = useAction(async (file: Blob) => {
    setHint(null)
    const prepared = await preparePhoto(file, kind).catch(() => 'unreadable' as const)
    if (typeof prepared === 'string') return setHint(HINTS[prepared] ?? 'unreadable')
    await sendRequestPhoto(requestId, kind, prepared)
    setPhoto(prepared)
    onSent()
  })
  const onFile = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.currentTarget.files ?? []
    if (file !== undefined) void send.run(file)
    // The same file may be chosen again.
    event.currentTarget.value = ''
  }
  const said = hint === null ? error : text(hint)
  const action = text(photo === null ? 'choose' : 'choose-again')
  return (
    <section className={said === undefined ? 'field' : 'field field-wrong'} aria-labelledby={`${fieldId(kind)}-title`}>
      <h2 id={`${fieldId(kind)}-title`}>{text(kind)}</h2>
      {said === undefined ? null : <p className="field-error">{said}</p>}
      {photo === null ? null : <Shown photo={photo} kind={kind} />}
      {send.busy ? <Waiting label={text('working')} /> : null}
      <output>{photo !== null && !send.busy ? text('sent') : null}</output>
      <FailureNotice failure={send.failure} />
      <label className="button button-second file-button">
        <input
          type="file"
          id={fieldId(kind)}
          accept="image/jpeg,image/png,image/webp,image/heic"
          aria-label={text('choose-label', { action, kind: text(kind) })}
          onChange={onFile}
        />
        {action}
      </label>
    </section>
  )
}
