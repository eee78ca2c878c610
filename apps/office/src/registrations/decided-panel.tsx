import type { Case } from '@an-sinh/contract'
import { useLanguage } from '@an-sinh/ui'
import { formatInstant } from '../shared/format-instant.ts'
import { registrationMessages } from './registration-messages.ts'

const DECIDED: readonly Case['state'][] = ['approved', 'activated', 'returned', 'refused']

/** Whether the case stands where its last decision put it. */
export const isDecided = (shown: Case): boolean => shown.decision !== null && DECIDED.includes(shown.state)

/** What was decided, by whom, and where its message is. */
export const DecidedPanel = ({ shown }: { readonly shown: Case }) => {
  const say = registrationMessages.useSay()
  const { language } = useLanguage()
  const { decision } = shown
  if (decision === null) return null
  const messageKey = `message-${decision.messageState ?? ''}`
  const reasonName = (code: string): string => shown.reasons.find((reason) => reason.code === code)?.clerkText[language] ?? code
  return (
    <section className="decided" aria-labelledby="decided-title">
      <h2 id="decided-title">{say('decidedTitle', { kind: say(`decision-${decision.kind}`) })}</h2>
      <p>{say('decidedBy', { name: decision.staffName, time: formatInstant(decision.decidedAt) })}</p>
      {decision.reasonCodes.length === 0 ? null : (
        <ul>
          {decision.reasonCodes.map((code) => (
            <li key={code}>{reasonName(code)}</li>
          ))}
        </ul>
      )}
      {decision.messageState === null ? null : (
        <p>{say('messageState', { state: registrationMessages.has(messageKey) ? say(messageKey) : decision.messageState })}</p>
      )}
    </section>
  )
}
