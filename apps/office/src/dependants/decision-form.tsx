import type { DependantCase } from '@an-sinh/contract'
import { CommandButton, Notice, useLanguage } from '@an-sinh/ui'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { dependantMessages } from './dependant-messages.ts'
import { decideDependant, type Decision } from './dependant-requests.ts'

type Props = { readonly shown: DependantCase; readonly personId: number | null; readonly onDone: () => void }

/** Enter the chosen child, or refuse with a reason in the citizen's words; what is missing is said, nothing is greyed out. */
export const DecisionForm = ({ shown, personId, onDone }: Props) => {
  const say = dependantMessages.useSay()
  const { language } = useLanguage()
  const [reasonCode, setReasonCode] = useState<string | null>(null)
  const [missing, setMissing] = useState<'pickChild' | 'pickReason' | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const decide = async (decision: Decision): Promise<void> => {
    setBusy(true)
    setMissing(null)
    setProblem(null)
    try {
      await decideDependant(shown.requestId, decision)
      onDone()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const approve = () => (personId === null ? setMissing('pickChild') : void decide({ kind: 'approve', personId, reasonCode: null }))
  const refuse = () => (reasonCode === null ? setMissing('pickReason') : void decide({ kind: 'refuse', personId: null, reasonCode }))
  return (
    <section aria-labelledby="dependant-decision">
      <h2 id="dependant-decision">{say('decision')}</h2>
      {missing === null ? null : <Notice kind="warning" live title={say(missing)} />}
      {problem === null ? null : <ProblemNotice error={problem} />}
      <div className="row">
        <CommandButton kind="main" busy={busy} onPress={approve}>
          {say('approve')}
        </CommandButton>
      </div>
      <fieldset className="reasons">
        <legend className="field-label">{say('reason')}</legend>
        {shown.reasons.map((reason) => (
          <label key={reason.code} className="choice">
            <input type="radio" name="reason" checked={reason.code === reasonCode} onChange={() => setReasonCode(reason.code)} />
            <span className="choice-text">
              {reason.clerkText[language]}
              <span className="choice-hint">{reason.citizenText[language]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="row">
        <CommandButton kind="danger" busy={busy} onPress={refuse}>
          {say('refuse')}
        </CommandButton>
      </div>
    </section>
  )
}
