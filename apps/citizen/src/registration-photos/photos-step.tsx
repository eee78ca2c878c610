import { PHOTO_KINDS, type PhotoKind } from '@an-sinh/domain'
import { type FieldError, useTexts } from '@an-sinh/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import { call } from '../shared/api/call.ts'
import type { Draft } from '../shared/draft/draft.ts'
import { notePhotos } from '../shared/draft/server-draft.ts'
import { wakeOutbox } from '../shared/outbox/outbox.ts'
import { StepPage } from '../shared/page/step-page.tsx'
import { pathAfter, pathOf, placeOf, previousPath } from '../shared/steps/steps.ts'
import { HandoffOffer } from './handoff-offer.tsx'
import { PhotoPanel } from './photo-panel.tsx'
import { TEXTS } from './texts.ts'

/** Kinds of which there is no photo that could be sent. */
export const listMissing = ({ photos }: Draft): readonly PhotoKind[] =>
  PHOTO_KINDS.filter((kind) => photos[kind] === undefined || photos[kind].state === 'refused')

/** Photos that came to the server on another way (handed over, an earlier visit) are not asked for again. */
const useServerPhotos = (registrationId: string): void => {
  useEffect(() => {
    call('GET /api/registrations/:registrationId', { params: { registrationId } }).then(notePhotos, () => undefined)
    void wakeOutbox()
  }, [registrationId])
}

/** The three photos; each is sent while the next one is taken. */
export const PhotosStep = ({ draft }: { readonly draft: Draft }): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  useServerPhotos(draft.registrationId)
  if (draft.privacyVersion === null) return <Redirect to={pathOf('privacy')} replace />
  const goOn = (): void => {
    const missing = listMissing(draft)
    if (missing.length === 0) navigate(pathAfter('photos', draft))
    else setErrors(missing.map((kind) => ({ field: kind, sentence: text(`missing-${kind}`) })))
  }
  const open = new Set<string>(listMissing(draft))
  const shown = errors.filter(({ field }) => open.has(field))
  return (
    <StepPage title={text('title')} place={placeOf('photos')} backTo={previousPath('photos')} errors={shown} onNext={goOn}>
      <p>{text('lead')}</p>
      <p>{text('tips')}</p>
      <HandoffOffer draft={draft} />
      {PHOTO_KINDS.map((kind) => (
        <PhotoPanel key={kind} draft={draft} kind={kind} error={shown.find(({ field }) => field === kind)?.sentence} />
      ))}
    </StepPage>
  )
}
