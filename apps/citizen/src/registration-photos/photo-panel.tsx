import type { PhotoKind } from '@an-sinh/domain'
import { Button, fieldId, Notice, useTexts, Waiting } from '@an-sinh/ui'
import { type ReactNode, useEffect, useState } from 'react'
import type { Draft } from '../shared/draft/draft.ts'
import { findPhoto } from '../shared/draft/draft-store.ts'
import { useOnline } from '../shared/online/use-online.ts'
import { FileButton, PHOTO_TYPES } from '../shared/photos/file-button.tsx'
import { CardComparison } from './card-comparison.tsx'
import { TEXTS } from './texts.ts'
import { usePhoto } from './use-photo.ts'

type Props = { readonly draft: Draft; readonly kind: PhotoKind; readonly error?: string | undefined }

/** The picture as it lies on this device, else as the server has it; null while there is none. */
const usePreview = ({ draft, kind }: Props): string | null => {
  const { registrationId, scope } = draft
  const { uploadId, state } = draft.photos[kind] ?? {}
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    let url: string | null = null
    let gone = false
    const show = async (): Promise<void> => {
      const bytes = uploadId === undefined ? null : await findPhoto(registrationId, kind)
      if (gone) return
      url = bytes === null ? null : URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }))
      const atServer = state === 'sent' && scope === 'own' ? `/api/registrations/${registrationId}/photo/${kind}` : null
      setShown(url ?? atServer)
    }
    show().catch(() => setShown(null))
    return () => {
      gone = true
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [registrationId, scope, kind, uploadId, state])
  return shown
}

/** On a computer "capture" opens the same file chooser twice. */
const hasOwnCamera = (): boolean => window.matchMedia('(pointer: coarse)').matches

const PhotoStatus = ({ draft, kind }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const online = useOnline()
  const photo = draft.photos[kind]
  if (photo === undefined) return null
  if (photo.state === 'refused')
    return (
      <Notice kind="error" live>
        <p>{photo.refusal ?? text('lost')}</p>
      </Notice>
    )
  const { seen } = photo
  const card = seen?.idCard ?? photo.card
  const faceHint = kind === 'portrait' && (seen?.face === 'none' || seen?.face === 'several') ? text(`face-${seen.face}`) : null
  return (
    <>
      <output className="photo-status">{text(photo.state === 'sent' ? 'sent' : online ? 'sending' : 'kept')}</output>
      {photo.faults.length > 0 ? <p className="quiet">{text('flagged')}</p> : null}
      {faceHint === null ? null : (
        <Notice kind="warning" live>
          <p>{faceHint}</p>
        </Notice>
      )}
      {seen?.blurred === true ? (
        <Notice kind="warning" live>
          <p>{text('server-blurred')}</p>
        </Notice>
      ) : null}
      {card === null || draft.scope === 'photos' ? null : <CardComparison draft={draft} card={card} />}
    </>
  )
}

/** One photo: how to take it, what was taken, what is wrong with it, how far it got. */
export const PhotoPanel = (props: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const { draft, kind, error } = props
  const work = usePhoto(draft, kind)
  const preview = usePreview(props)
  const isTaken = preview !== null
  const camera = hasOwnCamera()
  const fileButton = (action: string) => ({
    label: action,
    spoken: text('action-label', { action, kind: text(kind) }),
    onFile: (file: File) => void work.take(file),
  })
  return (
    <section className={error === undefined ? 'field' : 'field field-wrong'} aria-labelledby={`${fieldId(kind)}-title`}>
      <h2 id={`${fieldId(kind)}-title`}>{text(kind)}</h2>
      <p className="field-hint">{text(`${kind}-hint`)}</p>
      {error === undefined ? null : <p className="field-error">{error}</p>}
      {isTaken ? (
        <img className={kind === 'portrait' ? 'photo photo-portrait' : 'photo'} src={preview} alt={text('alt', { kind: text(kind) })} />
      ) : null}
      <PhotoStatus {...props} />
      {work.working ? <Waiting label={text('working')} /> : null}
      {work.hint === null ? null : (
        <Notice kind="warning" live>
          <p>{text(work.hint)}</p>
        </Notice>
      )}
      <div className="button-row">
        {camera ? (
          <FileButton
            {...fileButton(text(isTaken ? 'take-again' : 'take'))}
            id={fieldId(kind)}
            main={!isTaken}
            accept="image/*"
            capture={kind === 'portrait' ? 'user' : 'environment'}
          />
        ) : null}
        <FileButton
          {...fileButton(text(isTaken ? 'choose-again' : 'choose'))}
          {...(camera ? {} : { id: fieldId(kind) })}
          main={!camera && !isTaken}
          accept={PHOTO_TYPES}
        />
        {work.useAnyway === null ? null : (
          <Button kind="second" onClick={work.useAnyway}>
            {text('use-anyway')}
          </Button>
        )}
      </div>
    </section>
  )
}
