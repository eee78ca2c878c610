import { PHOTO_KINDS } from '@an-sinh/domain'
import { type FieldError, Notice, useTexts, Waiting } from '@an-sinh/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { call } from '../shared/api/call.ts'
import { type Draft, makeDraft } from '../shared/draft/draft.ts'
import { dropDraft, loadDraft, openDraft } from '../shared/draft/draft-store.ts'
import { useDraft } from '../shared/draft/use-draft.ts'
import { wakeOutbox } from '../shared/outbox/outbox.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Page } from '../shared/page/page.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { PhotoPanel } from './photo-panel.tsx'
import { listMissing } from './photos-step.tsx'
import { TEXTS } from './texts.ts'

/** The token leaves the address at once, so that it stays in no history. */
const takeToken = (): string | null => {
  const token = decodeURIComponent(location.hash.slice(1))
  if (token === '') return null
  history.replaceState(history.state, '', location.pathname)
  return token
}

/** Takes the step over, once. Afterwards this phone may send photos of that registration and see nothing of it. */
const takeOver = async (token: string): Promise<void> => {
  const { registrationId, privacyTextVersion } = await call('POST /api/photo-handoffs', { body: { token } })
  await loadDraft()
  openDraft({ ...makeDraft(registrationId, Date.now()), scope: 'photos', privacyVersion: privacyTextVersion })
}

const Photos = ({ draft, onDone }: { readonly draft: Draft; readonly onDone: () => void }): ReactNode => {
  const text = useTexts(TEXTS)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [finishing, setFinishing] = useState(false)
  const sent = PHOTO_KINDS.filter((kind) => draft.photos[kind]?.state === 'sent').length
  useEffect(() => void wakeOutbox(), [])
  useEffect(() => {
    if (finishing && sent === PHOTO_KINDS.length) void dropDraft(draft.registrationId).then(onDone)
  }, [finishing, sent, draft.registrationId, onDone])
  const goOn = (): void => {
    const missing = listMissing(draft)
    setErrors(missing.map((kind) => ({ field: kind, sentence: text(`missing-${kind}`) })))
    setFinishing(missing.length === 0)
    void wakeOutbox()
  }
  return (
    <StepPage title={text('phone-title')} backTo="/" errors={errors} onNext={goOn} busy={finishing} nextLabel={text('phone-done')}>
      <p>{text('phone-lead')}</p>
      <p>{text('tips')}</p>
      {PHOTO_KINDS.map((kind) => (
        <PhotoPanel key={kind} draft={draft} kind={kind} error={errors.find(({ field }) => field === kind)?.sentence} />
      ))}
      {finishing ? (
        <Notice live>
          <p>{text('phone-sending', { sent })}</p>
        </Notice>
      ) : null}
    </StepPage>
  )
}

const DonePage = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Page title={text('phone-done-title')}>
      <p>{text('phone-done-text')}</p>
    </Page>
  )
}

/** The photo step on a phone, for a registration that is open on a computer. */
export const HandoffPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const state = useDraft()
  const [token] = useState(takeToken)
  const [failure, setFailure] = useState<unknown>(null)
  const [taking, setTaking] = useState(token !== null)
  const [done, setDone] = useState(false)
  useEffect(() => {
    if (token !== null)
      takeOver(token)
        .catch(setFailure)
        .finally(() => setTaking(false))
  }, [token])
  if (done) return <DonePage />
  if (failure === null && (taking || state.status === 'loading'))
    return (
      <main id="main" className="page">
        <Waiting label={text('working')} />
      </main>
    )
  if (failure === null && state.status === 'ready' && state.draft.scope === 'photos')
    return <Photos draft={state.draft} onDone={() => setDone(true)} />
  return (
    <Page title={text('phone-gone-title')}>
      <p>{text('phone-gone-text')}</p>
      <FailureNotice failure={failure} />
    </Page>
  )
}
