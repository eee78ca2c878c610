import type { DeskIncident } from '@an-sinh/contract'
import { CommandButton, DateField } from '@an-sinh/ui'
import { useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { formatCivilDate } from '../shared/format-instant.ts'
import { toMoment } from '../shared/moment-field.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { readBoxes } from '../shared/read-boxes.ts'
import { serverNow } from '../shared/server-clock.ts'
import { sharedMessages } from '../shared/shared-messages.ts'
import { useSending } from '../shared/use-sending.ts'
import { incidentMessages } from './incident-messages.ts'
import { type DeadlinePreview, type Days, moveDeadlines, previewDeadlines } from './incident-requests.ts'

const MOST_DATES = 12

const Preview = ({ preview }: { readonly preview: DeadlinePreview }) => {
  const say = incidentMessages.useSay()
  const { offices, running, moved, told, dates } = preview
  return (
    <output className="block">
      <p>
        <strong>{say('previewFacts', { offices, running, moved, told })}</strong>
      </p>
      <ul>
        {dates.slice(0, MOST_DATES).map(({ fromOn, toOn, cases }) => (
          <li key={`${fromOn} ${toOn}`}>{say('previewDate', { from: formatCivilDate(fromOn), to: formatCivilDate(toOn), cases })}</li>
        ))}
      </ul>
      <p className="small">{say('moveNote')}</p>
    </output>
  )
}

type Props = { readonly incident: DeskIncident; readonly onDone: () => void; readonly onClose: () => void }

/** First what it would do, then it. The id is made once: pressed twice it moves once. */
export const MoveDeadlines = ({ incident, onDone, onClose }: Props) => {
  const say = incidentMessages.useSay()
  const common = sharedMessages.useSay()
  const [orderId] = useState(() => crypto.randomUUID())
  const [from, setFrom] = useState(() => toMoment(Date.parse(incident.beginsAt)).date)
  const [to, setTo] = useState(() => toMoment(Date.parse(incident.endedAt ?? new Date(serverNow()).toISOString())).date)
  const [planned, setPlanned] = useState<{ readonly days: Days; readonly preview: DeadlinePreview } | null>(null)
  const { waiting, problem, run } = useSending()
  const [fromOn, toOn] = [readBoxes(from), readBoxes(to)]
  const labels = { day: common('day'), month: common('month'), year: common('year') }
  const look = (): void => {
    if (fromOn === null || toOn === null) return
    const days = { fromOn, toOn }
    void run(async () => setPlanned({ days, preview: await previewDeadlines(incident.incidentId, days) }))
  }
  const move = (days: Days): void => void run(async () => moveDeadlines(incident.incidentId, { orderId, ...days }).then(onDone))
  const change = (apply: () => void): void => {
    setPlanned(null)
    apply()
  }
  return (
    <Dialog title={say('deadlinesTitle')} onClose={onClose} wide>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <div className="row">
        <DateField
          name="fromOn"
          label={say('fromOn')}
          error={fromOn === null ? say('dayWrong') : undefined}
          labels={labels}
          value={from}
          onChange={(typed) => change(() => setFrom((before) => ({ ...before, ...typed })))}
        />
        <DateField
          name="toOn"
          label={say('toOn')}
          error={toOn === null ? say('dayWrong') : undefined}
          labels={labels}
          value={to}
          onChange={(typed) => change(() => setTo((before) => ({ ...before, ...typed })))}
        />
      </div>
      {planned === null ? null : <Preview preview={planned.preview} />}
      <div className="button-row">
        {planned === null ? (
          <CommandButton kind="main" busy={waiting} onPress={look}>
            {say('preview')}
          </CommandButton>
        ) : (
          <CommandButton kind="main" busy={waiting} onPress={() => move(planned.days)}>
            {say('move')}
          </CommandButton>
        )}
        <CommandButton kind="plain" onPress={onClose}>
          {say('cancel')}
        </CommandButton>
      </div>
    </Dialog>
  )
}
