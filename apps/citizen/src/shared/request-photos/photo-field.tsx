import type { KeptPhotoKind } from '@an-sinh/domain'
import { fieldId, Notice, useTexts, Waiting } from '@an-sinh/ui'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { FailureNotice } from '../page/failure-notice.tsx'
import { FileButton, PHOTO_TYPES } from '../photos/file-button.tsx'
import { useAction } from '../page/use-action.ts'
import { preparePhoto, type PreparedPhoto } from '../photos/prepare-photo.ts'
import { TEXTS } from './texts.ts'

type Hint = 'heic' | 'type' | 'unreadable'
const HINTS: Readonly<Record<string, Hint>> = { heic: 'heic', 'not-a-picture': 'type' }

type ShownPhoto = Pick<PreparedPhoto, 'bytes'> & { readonly faults: readonly string[] }

type Props = {
  readonly kind: KeptPhotoKind
  readonly error?: string | undefined
  readonly shown: ShownPhoto | null
  /** What became of it: it is at the office, or here until the form is sent. */
  readonly done: 'sent' | 'kept'
  readonly onTaken: (photo: PreparedPhoto) => Promise<void>
}

const Shown = ({ photo, kind }: { readonly photo: ShownPhoto; readonly kind: KeptPhotoKind }): ReactNode => {
  const text = useTexts(TEXTS)
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([photo.bytes], { type: 'image/jpeg' }))
    if (image.current !== null) image.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [photo.bytes])
  const doubt = photo.faults.includes('blurred') ? 'blurred' : photo.faults.includes('face-none') ? 'no-face' : null
  return (
    <>
      <img ref={image} className={kind === 'portrait' ? 'photo photo-portrait' : 'photo'} alt={text('alt', { kind: text(kind) })} />
      {doubt === null ? null : <Notice kind="warning" live title={text(doubt)} />}
    </>
  )
}

/** A photo from camera or gallery, made small on the device and shown; what becomes of it is the caller's. */
export const PhotoField = ({ kind, error, shown, done, onTaken }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [hint, setHint] = useState<Hint | null>(null)
  const take = useAction(async (file: Blob) => {
    setHint(null)
    const prepared = await preparePhoto(file, kind).catch(() => 'unreadable' as const)
    if (typeof prepared === 'string') return setHint(HINTS[prepared] ?? 'unreadable')
    await onTaken(prepared)
  })
  const said = hint === null ? error : text(hint)
  const action = text(shown === null ? 'choose' : 'choose-again')
  return (
    <section className={said === undefined ? 'field' : 'field field-wrong'} aria-labelledby={`${fieldId(kind)}-title`}>
      <h2 id={`${fieldId(kind)}-title`}>{text(kind)}</h2>
      {said === undefined ? null : <p className="field-error">{said}</p>}
      {shown === null ? null : <Shown photo={shown} kind={kind} />}
      {take.busy ? <Waiting label={text('working')} /> : null}
      <output className="photo-status">{shown !== null && !take.busy ? text(done) : null}</output>
      <FailureNotice failure={take.failure} />
      <FileButton
        id={fieldId(kind)}
        label={action}
        spoken={text('choose-label', { action, kind: text(kind) })}
        accept={PHOTO_TYPES}
        onFile={(file) => void take.run(file)}
      />
    </section>
  )
}
