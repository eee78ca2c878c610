import { Notice, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link, Redirect } from 'wouter'
import { call } from '../shared/api/call.ts'
import type { Draft } from '../shared/draft/draft.ts'
import { changeDraft } from '../shared/draft/draft-store.ts'
import { noteRegistration } from '../shared/draft/server-draft.ts'
import { useDraft } from '../shared/draft/use-draft.ts'
import { todayInVietNam } from '../shared/answers/today.ts'
import { wakeOutbox } from '../shared/outbox/outbox.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { pathOf, placeOf, previousPath, type StepName } from '../shared/steps/steps.ts'
import { WithDraft } from '../shared/steps/with-draft.tsx'
import { CheckFacts } from './check-facts.tsx'
import { readAnswers } from '../shared/answers/read-answers.ts'
import { SendingPage } from './sending-page.tsx'
import { TEXTS } from './texts.ts'

/**
 * Puts the intent to send into the draft. The version is asked for afresh where there is a network, so that a photo sent meanwhile by the
 * phone does not count as somebody else's change; without one the last known version goes along.
 */
const askToSend = async (draft: Draft): Promise<void> => {
  const { registrationId } = draft
  const fresh = await call('GET /api/registrations/:registrationId', { params: { registrationId } }).catch(() => null)
  if (fresh !== null) noteRegistration(fresh)
  changeDraft(registrationId, (now) => {
    const read = readAnswers(now, todayInVietNam())
    if (!('answers' in read) || now.serverVersion === null) return now
    return {
      ...now,
      submission: { answers: read.answers, version: now.serverVersion, state: 'waiting', refusal: null },
      delivery: { attempts: 0, lastError: null },
    }
  })
  void wakeOutbox()
}

const OpenSteps = ({ open }: { readonly open: readonly StepName[] }): ReactNode => {
  const text = useTexts(TEXTS)
  if (open.length === 0) return null
  return (
    <Notice kind="warning" title={text('check-open-title')}>
      <ul className="link-list">
        {open.map((step) => (
          <li key={step}>
            <Link href={pathOf(step)}>{text(`step-${step}`)}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const Check = ({ draft }: { readonly draft: Draft }): ReactNode => {
  const text = useTexts(TEXTS)
  const send = useAction(askToSend)
  const read = readAnswers(draft, todayInVietNam())
  if (draft.submission !== null) return <SendingPage draft={draft} submission={draft.submission} />
  return (
    <StepPage
      title={text('check-title')}
      place={placeOf('check')}
      backTo={previousPath('check')}
      busy={send.busy}
      nextLabel={text('check-send')}
      onNext={() => ('answers' in read ? void send.run(draft) : window.scrollTo(0, 0))}
    >
      {'open' in read ? <OpenSteps open={read.open} /> : null}
      <CheckFacts draft={draft} />
      <p>{text('check-declare')}</p>
      <FailureNotice failure={send.failure} />
    </StepPage>
  )
}

/** Everything once more, then sending. When the draft is gone while it was being sent, it has arrived: on to the receipt. */
export const CheckStep = (): ReactNode => {
  const state = useDraft()
  if (state.status === 'none' && state.arrived !== null)
    return <Redirect to={`/ho-so/${state.arrived}`} replace state={{ justSent: true }} />
  return <WithDraft>{(draft) => <Check draft={draft} />}</WithDraft>
}
