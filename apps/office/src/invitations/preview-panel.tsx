import type { InvitationPreview } from '@an-sinh/contract'
import { CommandButton } from '@an-sinh/ui'
import { formatInstant } from '../shared/format-instant.ts'
import { invitationMessages } from './invitation-messages.ts'
import type { Audience } from './invitation-requests.ts'

type Props = {
  readonly audience: Audience
  readonly shown: InvitationPreview
  readonly busy: boolean
  readonly onSend: () => void
}

/** What would go to whom and what it takes of the budget, before anything does. */
export const PreviewPanel = ({ audience, shown, busy, onSend }: Props) => {
  const say = invitationMessages.useSay()
  const { budget, leftOut, texts, recipients, parts } = shown
  return (
    <section className="panel" aria-labelledby="preview">
      <h2 id="preview" tabIndex={-1}>
        {say('previewTitle')}
      </h2>
      <p>{say(audience.channel === 'sms' ? 'countSms' : 'countEmail', { recipients, parts, time: formatInstant(shown.asOf) })}</p>
      <p>
        {say(audience.channel === 'sms' ? 'budgetSms' : 'budgetEmail', {
          month: `${budget.month.slice(5)}/${budget.month.slice(0, 4)}`,
          limit: budget.limit,
          used: budget.used,
          left: Math.max(0, budget.limit - budget.used - parts),
        })}
      </p>
      {texts.map((one) => (
        <figure key={one.step} className="sample">
          <figcaption>{say(`step-${one.step}`, { recipients: one.recipients, parts: one.parts })}</figcaption>
          <blockquote className="sample-text">
            {one.subject === null ? null : <strong>{one.subject}</strong>}
            {one.subject === null ? '' : '\n\n'}
            {one.text}
          </blockquote>
        </figure>
      ))}
      {texts.length === 0 ? null : <p className="small">{say('sampleCode')}</p>}
      {leftOut.length === 0 ? null : (
        <>
          <h3>{say('leftOut')}</h3>
          <ul>
            {leftOut.map(({ reason, people }) => (
              <li key={reason}>{say(`left-${reason}`, { people })}</li>
            ))}
          </ul>
        </>
      )}
      {recipients === 0 ? (
        <p>{say('nobody')}</p>
      ) : (
        <CommandButton kind="main" busy={busy} onPress={onSend}>
          {say('send', { recipients })}
        </CommandButton>
      )}
    </section>
  )
}
