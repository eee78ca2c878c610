import { CommandButton, Facts, Notice } from '@an-sinh/ui'
import { useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { formatCivilDate } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import type { Planned } from './closure-form.tsx'
import { closureMessages } from './closure-messages.ts'
import { closeOffices } from './closure-requests.ts'

const MOST_DATES = 12

const Dates = ({ preview }: Pick<Planned, 'preview'>) => {
  const say = closureMessages.useSay()
  if (preview.dates.length === 0) return null
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <caption>{say('dates')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('dateBefore')}</th>
            <th scope="col">{say('dateAfter')}</th>
            <th scope="col">{say('cases')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.dates.slice(0, MOST_DATES).map(({ fromOn, toOn, cases }) => (
            <tr key={`${fromOn} ${toOn}`}>
              <td>{formatCivilDate(fromOn)}</td>
              <td>{formatCivilDate(toOn)}</td>
              <td>{cases}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.dates.length > MOST_DATES ? <p className="small">{say('moreDates', { count: preview.dates.length - MOST_DATES })}</p> : null}
    </div>
  )
}

type Props = { readonly planned: Planned; readonly onDone: () => void; readonly onClose: () => void }

/** What it does, before it is done; one confirmation. The id is made once, so that a second press after a lost answer closes nothing twice. */
export const ClosurePreview = ({ planned, onDone, onClose }: Props) => {
  const say = closureMessages.useSay()
  const { days, reason, preview } = planned
  const [closureId] = useState(() => crypto.randomUUID())
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const apply = async (): Promise<void> => {
    if (waiting) return
    setWaiting(true)
    try {
      await closeOffices({ closureId, ...days, reason })
      onDone()
    } catch (error) {
      setProblem(error)
    } finally {
      setWaiting(false)
    }
  }
  return (
    <Dialog title={say('previewTitle')} onClose={onClose} wide keys={{ 'ctrl+enter': () => void apply() }}>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <Facts
        facts={[
          { label: say('offices'), value: preview.offices.map(({ name }) => name).join('; ') },
          { label: say('days'), value: `${formatCivilDate(days.fromOn)} – ${formatCivilDate(days.toOn)}` },
          { label: say('reason'), value: reason },
          { label: say('running'), value: String(preview.running) },
          { label: say('moved'), value: String(preview.moved) },
          { label: say('told'), value: String(preview.told) },
        ]}
      />
      {preview.moved === 0 ? <Notice title={say('nothingMoves')} /> : null}
      <Dates preview={preview} />
      <p className="small">{say('applyNote')}</p>
      <div className="row">
        <CommandButton kind="main" keyHint="Control+Enter" busy={waiting} onPress={() => void apply()}>
          {say('apply')}
        </CommandButton>
        <CommandButton kind="plain" keyHint="Escape" onPress={onClose}>
          {say('notYet')}
        </CommandButton>
      </div>
    </Dialog>
  )
}
