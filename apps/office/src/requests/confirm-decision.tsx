import type { RequestCase } from '@an-sinh/contract'
import { CORRECTION_STATE_RULES } from '@an-sinh/domain'
import { CommandButton, Notice, TextAreaField, useLanguage } from '@an-sinh/ui'
import { useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { requestMessages } from './request-messages.ts'

export type Kind = 'accept' | 'refuse' | 'ask'
export type Chosen = { readonly reasonCode: string | null; readonly said: string }
type Reason = RequestCase['reasons'][number]
type Props = {
  readonly shown: RequestCase
  readonly kind: Kind
  /** What will be written, in words. */
  readonly changes: readonly string[]
  readonly busy: boolean
  readonly problem: unknown
  readonly onConfirm: (chosen: Chosen) => void
  readonly onClose: () => void
}

const STATE_AFTER = { accept: 'corrected', refuse: 'kept', ask: 'waiting' } as const

const Reasons = ({
  reasons,
  chosen,
  onChoose,
}: {
  readonly reasons: readonly Reason[]
  readonly chosen: Reason | null
  readonly onChoose: (reason: Reason) => void
}) => {
  const say = requestMessages.useSay()
  const { language } = useLanguage()
  return (
    <fieldset className="reasons">
      <legend className="field-label">{say('reason')}</legend>
      {reasons.map((reason, index) => (
        <label key={reason.code} className="choice">
          <input type="radio" name="reason" checked={reason === chosen} onChange={() => onChoose(reason)} />
          <span className="choice-text">
            <kbd className="key">{index + 1}</kbd> {reason.clerkText[language]}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Exactly what the citizen will read in the app and on the phone. */
const Preview = ({
  shown,
  kind,
  reason,
  said,
}: Pick<Props, 'shown' | 'kind'> & { readonly reason: Reason | null; readonly said: string }) => {
  const say = requestMessages.useSay()
  const { language } = useLanguage()
  const sms = kind === 'accept' ? shown.acceptSms : reason?.smsText
  return (
    <section className="preview" aria-label={say('preview')}>
      <h3>{say('citizenReads')}</h3>
      <blockquote>
        <p>{CORRECTION_STATE_RULES[STATE_AFTER[kind]].sentence[language]}</p>
        {reason === null ? null : (
          <p>
            {reason.citizenSentence[language]} {reason.nextStep[language]}
          </p>
        )}
        {said === '' ? null : <p>{said}</p>}
      </blockquote>
      <h3>{say('sms', { phone: shown.person.phoneMasked ?? '–' })}</h3>
      <blockquote lang="vi" className="sms">
        {sms ?? say('smsAfterReason')}
      </blockquote>
    </section>
  )
}

/** The reason by a digit, the citizen's sentence and the message before it is sent; one confirmation by Ctrl+Enter. */
export const ConfirmDecision = ({ shown, kind, changes, busy, problem, onConfirm, onClose }: Props) => {
  const say = requestMessages.useSay()
  const [reason, setReason] = useState<Reason | null>(null)
  const [said, setSaid] = useState('')
  const [missing, setMissing] = useState(false)
  const reasons = shown.reasons.filter((one) => one.for === kind)
  const confirm = (): void => {
    if (busy) return
    if (kind !== 'accept' && reason === null) return setMissing(true)
    onConfirm({ reasonCode: reason?.code ?? null, said: said.trim() })
  }
  const digits = Object.fromEntries(reasons.map((one, index) => [String(index + 1), () => setReason(one)]))
  return (
    <Dialog title={say(`confirm-${kind}`, { number: shown.fileNumber })} onClose={onClose} wide keys={{ ...digits, 'ctrl+enter': confirm }}>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {missing && reason === null ? <Notice kind="warning" live title={say('pickReason')} /> : null}
      {kind === 'accept' ? (
        <ul>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      ) : (
        <Reasons reasons={reasons} chosen={reason} onChoose={setReason} />
      )}
      <TextAreaField name="said" label={say('said')} hint={say('saidHint')} maxLength={300} value={said} onChange={setSaid} />
      <Preview shown={shown} kind={kind} reason={reason} said={said.trim()} />
      <div className="row">
        <CommandButton kind={kind === 'refuse' ? 'danger' : 'main'} keyHint="Ctrl+Enter" busy={busy} onPress={confirm}>
          {say(`do-${kind}`)}
        </CommandButton>
        <CommandButton kind="plain" onPress={onClose}>
          {say('notYet')}
        </CommandButton>
      </div>
    </Dialog>
  )
}
