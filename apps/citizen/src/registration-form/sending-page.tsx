import { PHOTO_KINDS } from '@an-sinh/domain'
import { Button, Notice, useTexts, Waiting } from '@an-sinh/ui'
import { type ReactNode, useEffect } from 'react'
import { useSettings } from '../shared/api/use-settings.ts'
import type { Draft, Submission } from '../shared/draft/draft.ts'
import { changeDraft } from '../shared/draft/draft-store.ts'
import { wakeOutbox } from '../shared/outbox/outbox.ts'
import { Hotline } from '../shared/page/hotline.tsx'
import { Page } from '../shared/page/page.tsx'
import { TEXTS } from './texts.ts'

const takeBack = (registrationId: string): void => changeDraft(registrationId, (draft) => ({ ...draft, submission: null }))

type Props = { readonly draft: Draft; readonly submission: Submission }

const Stopped = ({ draft, submission: { refusal } }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const hotline = useSettings()?.hotline
  return (
    <Page title={text('stopped-title')}>
      <Notice kind="error" title={refusal?.sentence} live>
        <p>{refusal?.nextStep}</p>
        <Hotline hotline={hotline} />
        {refusal === null ? null : <p className="quiet">{text('stopped-request', { id: refusal.requestId })}</p>}
      </Notice>
      <Button onClick={() => takeBack(draft.registrationId)}>{text('stopped-again')}</Button>
    </Page>
  )
}

/** While the registration is on its way: photo by photo, then the answers; what failed is tried again by itself. */
export const SendingPage = (props: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const { draft, submission } = props
  useEffect(() => void wakeOutbox(), [])
  if (submission.state === 'stopped') return <Stopped {...props} />
  const sent = PHOTO_KINDS.filter((kind) => draft.photos[kind]?.state === 'sent').length
  const { attempts } = draft.delivery
  return (
    <Page title={text('sending-title')}>
      {sent < PHOTO_KINDS.length ? <Waiting label={text('sending-photo', { at: sent + 1 })} /> : <Waiting label={text('sending-title')} />}
      <p>{text('sending-text')}</p>
      {attempts === 0 ? null : (
        <Notice kind="warning" live>
          <p>{text('sending-again', { attempts })}</p>
        </Notice>
      )}
      {attempts === 0 ? null : (
        <div className="button-row">
          <Button onClick={() => void wakeOutbox()}>{text('sending-now')}</Button>
          <Button kind="second" onClick={() => takeBack(draft.registrationId)}>
            {text('sending-edit')}
          </Button>
        </div>
      )}
    </Page>
  )
}
