import { findDecisionReason, type ReviewKind, REVIEW_REASONS } from '@an-sinh/domain'
import { CommandButton, Notice, TextAreaField, useLanguage } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { fraudMessages } from './fraud-messages.ts'

type Props = {
  readonly kind: ReviewKind
  readonly title: string
  readonly children?: ReactNode
  readonly command: string
  /** Answers when it is done; a failure is shown here. */
  readonly onConfirm: (chosen: { reviewId: string; reasonCode: string; said: string }) => Promise<void>
  readonly onClose: () => void
}

/** What the applicant reads of a refusal: the reason's own kind words. */
const Citizen = ({ code }: { readonly code: string }) => {
  const say = fraudMessages.useSay()
  const { language } = useLanguage()
  const reason = findDecisionReason(code)
  if (reason === null) return null
  return (
    <section className="preview" aria-label={say('citizenReads')}>
      <h3>{say('citizenReads')}</h3>
      <blockquote>{language === 'vi' ? `${reason.citizenVi} ${reason.nextStepVi}` : `${reason.citizenEn} ${reason.nextStepEn}`}</blockquote>
    </section>
  )
}

/** A reason by a digit, a note, one confirmation by Ctrl+Enter. */
export const ReasonDialog = ({ kind, title, children, command, onConfirm, onClose }: Props) => {
  const say = fraudMessages.useSay()
  const { language } = useLanguage()
  const [reviewId] = useState(() => crypto.randomUUID())
  const [code, setCode] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const reasons = REVIEW_REASONS.filter((reason) => reason.for === kind)
  const confirm = (): void => {
    if (busy) return
    if (code === null) return setMissing(true)
    setBusy(true)
    setProblem(null)
    onConfirm({ reviewId, reasonCode: code, said: said.trim() }).catch((error: unknown) => {
      setProblem(error)
      setBusy(false)
    })
  }
  const digits = Object.fromEntries(reasons.map((reason, index) => [String(index + 1), () => setCode(reason.code)]))
  return (
    <Dialog title={title} onClose={onClose} wide keys={{ ...digits, 'ctrl+enter': confirm }}>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {children}
      {missing && code === null ? <Notice kind="error" live title={say('pickReason')} /> : null}
      <fieldset className="reasons">
        <legend className="field-label">{say('reason')}</legend>
        {reasons.map((reason, index) => (
          <label key={reason.code} className="choice">
            <input type="radio" name="review-reason" checked={reason.code === code} onChange={() => setCode(reason.code)} />
            <span className="choice-text">
              <kbd className="key">{index + 1}</kbd> {reason.label[language]}
            </span>
          </label>
        ))}
      </fieldset>
      {kind === 'refuse' && code !== null ? <Citizen code={code} /> : null}
      <TextAreaField name="said" label={say('said')} hint={say('saidHint')} maxLength={300} rows={2} value={said} onChange={setSaid} />
      <div className="button-row">
        <CommandButton kind={kind === 'refuse' ? 'danger' : 'main'} keyHint="Control+Enter" busy={busy} onPress={confirm}>
          {command}
        </CommandButton>
        <CommandButton kind="plain" keyHint="Escape" onPress={onClose}>
          {say('notYet')}
        </CommandButton>
      </div>
    </Dialog>
  )
}
