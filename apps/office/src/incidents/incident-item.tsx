import type { DeskIncident } from '@an-sinh/contract'
import { INCIDENT_FEATURE_NAMES } from '@an-sinh/domain'
import { CommandButton, Tag, type Tone, useLanguage } from '@an-sinh/ui'
import { useState } from 'react'
import { formatCivilDate, formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { useSending } from '../shared/use-sending.ts'
import { incidentMessages } from './incident-messages.ts'
import { type NewWord, undoDeadlines } from './incident-requests.ts'
import { MoveDeadlines } from './move-deadlines.tsx'
import { SayMore } from './say-more.tsx'

const TONES: Readonly<Record<DeskIncident['state'], Tone>> = { planned: 'note', running: 'warn', ended: 'quiet' }
type Props = { readonly incident: DeskIncident; readonly onChanged: () => void }

const Facts = ({ incident }: Pick<Props, 'incident'>) => {
  const say = incidentMessages.useSay()
  const { language } = useLanguage()
  const { office, beginsAt, endedAt, expectedEndAt, staffName, features } = incident
  const until =
    endedAt === null
      ? expectedEndAt === null
        ? say('untilUnknown')
        : say('until', { at: formatInstant(expectedEndAt) })
      : say('ended', { at: formatInstant(endedAt) })
  return (
    <>
      <p className="small">{say('facts', { place: office ?? say('everywhere'), from: formatInstant(beginsAt), until, by: staffName })}</p>
      <p className="small">{features.map((feature) => INCIDENT_FEATURE_NAMES[feature][language]).join(' · ')}</p>
    </>
  )
}

const Said = ({ updates }: Pick<DeskIncident, 'updates'>) => {
  const say = incidentMessages.useSay()
  const { language } = useLanguage()
  return (
    <details>
      <summary>{say('updates', { count: updates.length })}</summary>
      <ul>
        {updates.map(({ updateNo, at, title, words }) => (
          <li key={updateNo}>
            <span className="small">{formatInstant(at)}</span> <strong>{title[language]}</strong>
            <br />
            <span className="report-words">{words[language]}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const Orders = ({ incident, onChanged }: Props) => {
  const say = incidentMessages.useSay()
  const { waiting, problem, run } = useSending()
  if (incident.deadlines.length === 0) return null
  return (
    <>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <ul>
        {incident.deadlines.map(({ orderId, fromOn, toOn, state, moved }) => (
          <li key={orderId}>
            {say('order', { from: formatCivilDate(fromOn), to: formatCivilDate(toOn) })}: {say(`order-${state}`, { moved })}{' '}
            {incident.mine && (state === 'applied' || state === 'applying') ? (
              <CommandButton
                icon="undo"
                busy={waiting}
                onPress={() => void run(async () => undoDeadlines(incident.incidentId, orderId).then(onChanged))}
              >
                {say('undo')}
              </CommandButton>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

/** One thing that was announced, and what its speaker may do about it. */
export const IncidentItem = ({ incident, onChanged }: Props) => {
  const say = incidentMessages.useSay()
  const { language } = useLanguage()
  const [saying, setSaying] = useState<NewWord['state'] | null>(null)
  const [moving, setMoving] = useState(false)
  const done = (): void => {
    setSaying(null)
    setMoving(false)
    onChanged()
  }
  const isOpen = incident.mine && incident.state !== 'ended'
  return (
    <li className="closure-item">
      <h3>{incident.updates[0]?.title[language]}</h3>
      <p>
        <Tag tone="note">{say(`kind-${incident.kind}`)}</Tag> <Tag tone={TONES[incident.state]}>{say(`state-${incident.state}`)}</Tag>{' '}
        {incident.withdrawn ? <Tag tone="quiet">{say('withdrawn')}</Tag> : null}{' '}
        {incident.silent ? <Tag tone="bad">{say('silent')}</Tag> : null}
      </p>
      <Facts incident={incident} />
      <Said updates={incident.updates} />
      <Orders incident={incident} onChanged={onChanged} />
      <div className="button-row">
        {isOpen ? (
          <>
            <CommandButton onPress={() => setSaying('open')}>{say('say')}</CommandButton>
            <CommandButton icon="check" onPress={() => setSaying('ended')}>
              {say('end')}
            </CommandButton>
            <CommandButton kind="plain" onPress={() => setSaying('withdrawn')}>
              {say('withdraw')}
            </CommandButton>
          </>
        ) : null}
        {incident.mine && !incident.withdrawn && incident.kind !== 'fraud-warning' ? (
          <CommandButton onPress={() => setMoving(true)}>{say('deadlines')}</CommandButton>
        ) : null}
      </div>
      {saying === null ? null : <SayMore incident={incident} state={saying} onDone={done} onClose={() => setSaying(null)} />}
      {moving ? <MoveDeadlines incident={incident} onDone={done} onClose={() => setMoving(false)} /> : null}
    </li>
  )
}
