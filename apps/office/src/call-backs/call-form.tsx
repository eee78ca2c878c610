import { formatPhoneVi } from '@an-sinh/domain'
import { CommandButton, TextAreaField, TickField } from '@an-sinh/ui'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { recordCall, type Taken } from './call-back-calls.ts'
import { callBackMessages } from './call-back-messages.ts'

type Props = { readonly taken: Taken; readonly onSettled: (state: string) => void; readonly onLater: () => void }

/** While calling: the number, what it is about, and how it went. */
export const CallForm = ({ taken, onSettled, onLater }: Props) => {
  const say = callBackMessages.useSay()
  const [words, setWords] = useState('')
  const [answers, setAnswers] = useState(false)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const record = (outcome: 'reached' | 'missed'): void => {
    const isMissing = outcome === 'reached' && words.trim() === ''
    setMissing(isMissing)
    if (busy || isMissing) return
    setBusy(true)
    setProblem(null)
    recordCall(taken.callBackId, {
      outcome,
      tries: taken.tries,
      words: outcome === 'missed' ? '' : words,
      answers: outcome === 'reached' && answers,
    })
      .then(({ state }) => onSettled(state))
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return (
    <section aria-labelledby="call" className="closure-item">
      <h2 id="call">
        {say('calling')} <a href={`tel:${taken.phone}`}>{formatPhoneVi(taken.phone)}</a>
      </h2>
      <p>
        {taken.reportNumber} · {taken.title === '' ? say('hidden') : taken.title}
      </p>
      <p className="small">{say('never')}</p>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextAreaField
        name="words"
        label={say('words')}
        hint={say('wordsHint')}
        error={missing ? say('wordsMissing') : undefined}
        maxLength={4000}
        value={words}
        onChange={setWords}
      />
      <TickField name="answers" label={say('answers')} checked={answers} onChange={setAnswers} />
      <div className="row">
        <CommandButton kind="main" busy={busy} onPress={() => record('reached')}>
          {say('reached')}
        </CommandButton>
        <CommandButton busy={busy} onPress={() => record('missed')}>
          {say('missed')}
        </CommandButton>
        <CommandButton kind="plain" onPress={onLater}>
          {say('later')}
        </CommandButton>
      </div>
    </section>
  )
}
