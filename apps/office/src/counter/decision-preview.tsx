import type { Case } from '@an-sinh/contract'
import { REGISTRATION_STATES } from '@an-sinh/domain'
import { useLanguage } from '@an-sinh/ui'
import type { DecisionKind } from './case-draft.ts'
import { counterMessages } from './counter-messages.ts'
import type { Reason } from './reason-picker.tsx'

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
      {reasons.map((reason) => (
        <blockquote key={reason.code} lang="vi" className="sms">
          {reason.smsText}
        </blockquote>
      ))}
    </section>
  )
}
