import type { EmployerVisits, OnSiteVisit } from '@an-sinh/contract'
import { CommandButton, Field, fieldId, TextAreaField, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { formatCivilDate } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { useStep } from './use-step.ts'
import { visitPlanMessages } from './visit-plan-messages.ts'
import { askOnSite, settleOnSite } from './visit-plan-requests.ts'

type Props = { readonly visits: EmployerVisits; readonly onVisits: (visits: EmployerVisits) => void }

const OPEN: readonly OnSiteVisit['state'][] = ['asked', 'another-day', 'accepted']

const AskForm = ({ visits, onVisits }: Props) => {
  const say = visitPlanMessages.useSay()
  const [wantedOn, setWantedOn] = useState(visits.days[0]?.on ?? '')
  const [people, setPeople] = useState(String(Math.max(1, visits.waiting)))
  const [place, setPlace] = useState('')
  const [note, setNote] = useState('')
  const { busy, problem, run } = useStep(onVisits)
  const ask = (event: SyntheticEvent): void => {
    event.preventDefault()
    run(() => askOnSite({ wantedOn, people: Math.max(1, Math.min(100_000, Number.parseInt(people, 10) || 1)), place, note }))
  }
  return (
    <form onSubmit={ask} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <Field name="wanted-on" label={say('wantedOn')}>
        <select
          className="box"
          id={fieldId('wanted-on')}
          name="wanted-on"
          value={wantedOn}
          onChange={(event) => setWantedOn(event.currentTarget.value)}
        >
          {visits.days.map(({ on }) => (
            <option key={on} value={on}>
              {formatCivilDate(on)}
            </option>
          ))}
        </select>
      </Field>
      <TextField
        name="on-site-people"
        label={say('howMany')}
        width="short"
        inputMode="numeric"
        autoComplete="off"
        value={people}
        onChange={setPeople}
      />
      <TextField name="on-site-place" label={say('place')} width="medium" autoComplete="off" value={place} onChange={setPlace} />
      <TextAreaField name="on-site-note" label={say('note')} value={note} onChange={setNote} />
      <CommandButton type="submit" busy={busy}>
        {say('ask')}
      </CommandButton>
    </form>
  )
}

const Request = ({ visit, onVisits }: { readonly visit: OnSiteVisit } & Pick<Props, 'onVisits'>) => {
  const say = visitPlanMessages.useSay()
  const { busy, problem, run } = useStep(onVisits)
  return (
    <li>
      <p>
        {formatCivilDate(visit.setOn ?? visit.wantedOn)}, {say('people', { count: String(visit.people) })}, {visit.place}:{' '}
        <strong>{say(`state-${visit.state}`)}</strong>
      </p>
      {visit.answer === '' ? null : <p>{say('answered', { words: visit.answer })}</p>}
      {problem === null ? null : <ProblemNotice error={problem} />}
      <p className="row">
        {visit.state === 'another-day' ? (
          <CommandButton kind="main" busy={busy} onPress={() => run(() => settleOnSite(visit.visitId, 'accept'))}>
            {say('takeDay')}
          </CommandButton>
        ) : null}
        {OPEN.includes(visit.state) ? (
          <CommandButton busy={busy} onPress={() => run(() => settleOnSite(visit.visitId, 'withdraw'))}>
            {say('withdraw')}
          </CommandButton>
        ) : null}
      </p>
    </li>
  )
}

/** A clerk who comes to the employer: asked, answered, done. */
export const OnSitePanel = ({ visits, onVisits }: Props) => {
  const say = visitPlanMessages.useSay()
  const isOpen = visits.onSite.some(({ state }) => OPEN.includes(state))
  return (
    <section>
      <h2>{say('onSiteTitle')}</h2>
      <p>{say('onSiteText', { office: visits.officeName })}</p>
      <ul>
        {visits.onSite.map((visit) => (
          <Request key={visit.visitId} visit={visit} onVisits={onVisits} />
        ))}
      </ul>
      {isOpen || visits.days.length === 0 ? null : <AskForm visits={visits} onVisits={onVisits} />}
    </section>
  )
}
