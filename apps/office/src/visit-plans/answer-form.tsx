import type { OfficeVisits } from '@an-sinh/contract'
import { CommandButton, Field, fieldId, TextField } from '@an-sinh/ui'
import { useState } from 'react'
import { formatCivilDate } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { useStep } from './use-step.ts'
import { visitPlanMessages } from './visit-plan-messages.ts'
import { answerOnSite } from './visit-plan-requests.ts'

type Props = {
  readonly visit: OfficeVisits['onSite'][number]
  readonly days: OfficeVisits['days']
  readonly onVisits: (visits: OfficeVisits) => void
}

type Answer = 'accept' | 'offer' | 'decline' | 'done'
type AnswersProps = { readonly state: Props['visit']['state']; readonly busy: boolean; readonly onAnswer: (answer: Answer) => void }

const Answers = ({ state, busy, onAnswer }: AnswersProps) => {
  const say = visitPlanMessages.useSay()
  return (
    <p className="row">
      {state === 'asked' ? (
        <CommandButton kind="main" busy={busy} onPress={() => onAnswer('accept')}>
          {say('accept')}
        </CommandButton>
      ) : null}
      {state === 'accepted' ? (
        <CommandButton kind="main" busy={busy} onPress={() => onAnswer('done')}>
          {say('done')}
        </CommandButton>
      ) : null}
      <CommandButton busy={busy} onPress={() => onAnswer('offer')}>
        {say('offer')}
      </CommandButton>
      <CommandButton busy={busy} onPress={() => onAnswer('decline')}>
        {say('decline')}
      </CommandButton>
    </p>
  )
}

/** One employer that asks for a clerk: yes, another day, no, or that the clerk was there. */
export const AnswerForm = ({ visit, days, onVisits }: Props) => {
  const say = visitPlanMessages.useSay()
  const [on, setOn] = useState(days[0]?.on ?? '')
  const [words, setWords] = useState('')
  const { busy, problem, run } = useStep(onVisits)
  const answer = (answers: Answer): void => run(() => answerOnSite(visit.visitId, { answers, on: answers === 'offer' ? on : null, words }))
  const open = visit.state === 'asked' || visit.state === 'another-day' || visit.state === 'accepted'
  return (
    <section className="panel" aria-label={visit.employerName}>
      <h3>
        {visit.employerName} ({visit.employerCode})
      </h3>
      <p>
        {formatCivilDate(visit.setOn ?? visit.wantedOn)}, {say('people', { count: String(visit.people) })}, {visit.place}:{' '}
        <strong>{say(`state-${visit.state}`)}</strong>
      </p>
      {visit.note === '' ? null : <p>{visit.note}</p>}
      {visit.answer === '' ? null : <p>{say('answered', { words: visit.answer })}</p>}
      {problem === null ? null : <ProblemNotice error={problem} />}
      {open ? (
        <>
          <TextField
            name={`words-${visit.visitId}`}
            label={say('words')}
            width="medium"
            autoComplete="off"
            value={words}
            onChange={setWords}
          />
          <Field name={`day-${visit.visitId}`} label={say('anotherDay')}>
            <select
              className="box"
              id={fieldId(`day-${visit.visitId}`)}
              name={`day-${visit.visitId}`}
              value={on}
              onChange={(event) => setOn(event.currentTarget.value)}
            >
              {days.map((day) => (
                <option key={day.on} value={day.on}>
                  {formatCivilDate(day.on)}
                </option>
              ))}
            </select>
          </Field>
          <Answers state={visit.state} busy={busy} onAnswer={answer} />
        </>
      ) : null}
    </section>
  )
}
