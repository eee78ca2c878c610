import type { Registration } from '@an-sinh/contract'
import { Button, ConfirmDialog, formatDate, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../shared/api/call.ts'
import { openForCorrection } from '../shared/draft/server-draft.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { type Action, useAction } from '../shared/page/use-action.ts'
import { firstOpenStep, pathOf } from '../shared/steps/steps.ts'
import { listDrafts, openDraft, readDraft } from '../shared/draft/draft-store.ts'
import { ChangeOffice } from './change-office.tsx'
import { TEXTS } from './texts.ts'
import { registrationKey } from './use-registration.ts'

type Props = { readonly registration: Registration }

/** A move on one's own registration: the answer is its new state. */
const useMove = <Input,>(registrationId: string, move: (input: Input) => Promise<Registration>): Action<Input> => {
  const queryClient = useQueryClient()
  return useAction(async (input: Input) => {
    queryClient.setQueryData(registrationKey(registrationId), await move(input))
  })
}

const Extend = ({ registration: { registrationId, extensionsLeft, dueOn } }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [done, setDone] = useState(false)
  const extend = useMove(registrationId, async () => {
    const extended = await call('POST /api/registrations/:registrationId/extension', { params: { registrationId } })
    setDone(true)
    return extended
  })
  return (
    <div className="field">
      <Button kind="second" busy={extend.busy} onClick={() => void extend.run(undefined)}>
        {text('extend')}
      </Button>
      <p className="field-hint">{text('extend-left', { count: extensionsLeft })}</p>
      {done && dueOn !== null ? (
        <Notice kind="good" live>
          <p>{text('extended', { dueOn: formatDate(dueOn, language) })}</p>
        </Notice>
      ) : null}
      <FailureNotice failure={extend.failure} />
    </div>
  )
}

const Withdraw = ({ registration: { registrationId } }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [asking, setAsking] = useState(false)
  const withdraw = useMove(registrationId, async () => {
    const withdrawn = await call('POST /api/registrations/:registrationId/withdrawal', { params: { registrationId } })
    setAsking(false)
    return withdrawn
  })
  return (
    <div className="field">
      <Button kind="danger" onClick={() => setAsking(true)}>
        {text('withdraw')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={text('withdraw-title')}
        confirmLabel={text('withdraw-confirm')}
        cancelLabel={text('withdraw-cancel')}
        busy={withdraw.busy}
        onConfirm={() => void withdraw.run(undefined)}
        onCancel={() => setAsking(false)}
      >
        <p>{text('withdraw-text')}</p>
        <FailureNotice failure={withdraw.failure} />
      </ConfirmDialog>
    </div>
  )
}

/** What the state allows, as the server says it. */
export const OwnActions = ({ registration }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const { may, state } = registration
  const correct = async (): Promise<void> => {
    // What was typed here and not sent yet counts more than what the server has.
    const here = (await listDrafts()).find(({ registrationId, scope }) => registrationId === registration.registrationId && scope === 'own')
    if (here === undefined) openForCorrection(registration)
    else openDraft(here)
    const opened = readDraft()
    navigate(opened.status === 'ready' && state === 'draft' ? pathOf(firstOpenStep(opened.draft)) : pathOf('check'))
    // What is shown after sending again is the new state, never this one.
    queryClient.removeQueries({ queryKey: registrationKey(registration.registrationId) })
  }
  const reopens = may.correct || state === 'expired'
  if (!reopens && !may.extend && !may.changeOffice && !may.withdraw) return null
  return (
    <section>
      <h2>{text('actions')}</h2>
      {reopens ? (
        <div className="field">
          <Button onClick={() => void correct()}>{text(state === 'draft' ? 'go-on' : 'correct')}</Button>
        </div>
      ) : null}
      {may.extend && registration.extensionsLeft > 0 ? <Extend registration={registration} /> : null}
      {may.changeOffice && registration.office !== null ? <ChangeOffice registration={registration} /> : null}
      {may.withdraw ? <Withdraw registration={registration} /> : null}
    </section>
  )
}
