import type { Case } from '@an-sinh/contract'
import { findDecisionReason, REGISTRATION_STATES } from '@an-sinh/domain'
import { useLanguage } from '@an-sinh/ui'
import type { DecisionKind } from './case-draft.ts'
import { counterMessages } from './counter-messages.ts'
import type { Reason } from './reason-picker.tsx'

/** One segment of accent-free text (GSM 7-bit). */
const SMS_MAX = 160

/**
 * The message of several reasons: one text with all their short forms, cut between words where one message ends, as the server writes it.
 * Each reason's `smsText` is that text with this reason alone.
 */
const joinSms = (reasons: readonly Reason[]): string => {
  const [first] = reasons
  const shorts = reasons.map((reason) => findDecisionReason(reason.code)?.smsVi ?? '')
  const alone = shorts[0] ?? ''
  if (first === undefined || alone === '') return first?.smsText ?? ''
  const around = (part: string): string => first.smsText.replace(alone, part)
  const whole = shorts.join('; ')
  const words = whole.split(' ')
  if (around(whole).length <= SMS_MAX) return around(whole)
  while (words.length > 0 && around(`${words.join(' ')}..`).length > SMS_MAX) words.pop()
  return around(`${words.join(' ')}..`)
}

const STATE_AFTER = { approve: 'approved', return: 'returned', refuse: 'refused' } as const

/** Exactly what the applicant will read on the page and on the phone. Vietnamese first: that is what is sent. */
export const DecisionPreview = ({
  shown,
  kind,
  reasons,
}: {
  readonly shown: Case
  readonly kind: DecisionKind
  readonly reasons: readonly Reason[]
}) => {
  const say = counterMessages.useSay()
  const { language } = useLanguage()
  const state = REGISTRATION_STATES[STATE_AFTER[kind]]
  return (
    <section className="preview" aria-label={say('preview')}>
      <h3>{say('citizenReads')}</h3>
      <blockquote>
        <p>{state.citizenReads[language]}</p>
        {reasons.map((reason) => (
          <p key={reason.code}>
            {reason.citizenSentence[language]} {reason.nextStep[language]}
          </p>
        ))}
        <p>{state.nextStep[language]}</p>
      </blockquote>
      <h3>{say('sms', { phone: shown.phoneMasked })}</h3>
      {kind === 'approve' ? <p>{say('smsPassword')}</p> : null}
      {kind === 'approve' ? null : (
        <blockquote lang="vi" className="sms">
          {joinSms(reasons)}
        </blockquote>
      )}
    </section>
  )
}
