import type { Closure } from '@an-sinh/contract'
import { CommandButton, ConfirmDialog, Tag, type Tone } from '@an-sinh/ui'
import { useState } from 'react'
import { formatCivilDate, formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { closureMessages } from './closure-messages.ts'
import { undoClosure } from './closure-requests.ts'

const TONES: Readonly<Record<Closure['state'], Tone>> = { applying: 'note', applied: 'good', undoing: 'note', undone: 'quiet' }
const MOST_NAMES = 3

const Offices = ({ offices }: Pick<Closure, 'offices'>) => {
  const say = closureMessages.useSay()
  const names = offices.slice(0, MOST_NAMES).map(({ name }) => name)
  return (
    <>
      {names.join('; ')}
      {offices.length > MOST_NAMES ? ` ${say('moreOffices', { count: offices.length - MOST_NAMES })}` : ''}
    </>
  )
}

const Item = ({ closure, onUndo }: { readonly closure: Closure; readonly onUndo: () => void }) => {
  const say = closureMessages.useSay()
  const { state, fromOn, toOn, reason, moved, restored } = closure
  return (
    <li className="closure-item">
      <p>
        <strong>
          {formatCivilDate(fromOn)} – {formatCivilDate(toOn)}
        </strong>{' '}
        <Tag tone={TONES[state]}>{say(`state-${state}`)}</Tag>
      </p>
      <p>
        <Offices offices={closure.offices} />
      </p>
      <p>{reason}</p>
      <p className="small">
        {say('by', { name: closure.staffName, at: formatInstant(closure.recordedAt) })} {say('movedSoFar', { count: moved })}{' '}
        {closure.undoneAt === null
          ? ''
          : `${say('undoneBy', { name: closure.undoneBy ?? '', at: formatInstant(closure.undoneAt) })} ${say('restoredSoFar', { count: restored })}`}
      </p>
      {state === 'applying' || state === 'applied' ? (
        <CommandButton icon="undo" onPress={onUndo}>
          {say('undo')}
        </CommandButton>
      ) : null}
    </li>
  )
}

/** What was closed, how far its deadlines have come, and the one action that takes it back. */
export const ClosureList = ({ closures, onChanged }: { readonly closures: readonly Closure[]; readonly onChanged: () => void }) => {
  const say = closureMessages.useSay()
  const [asking, setAsking] = useState<Closure | null>(null)
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const undo = async (): Promise<void> => {
    if (asking === null || waiting) return
    setWaiting(true)
    setProblem(null)
    try {
      await undoClosure(asking.closureId)
    } catch (error) {
      setProblem(error)
    } finally {
      setWaiting(false)
      setAsking(null)
      onChanged()
    }
  }
  if (closures.length === 0) return <p className="empty">{say('empty')}</p>
  return (
    <>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <ul className="closure-list">
        {closures.map((closure) => (
          <Item key={closure.closureId} closure={closure} onUndo={() => setAsking(closure)} />
        ))}
      </ul>
      <ConfirmDialog
        open={asking !== null}
        title={say('undoTitle')}
        confirmLabel={say('undo')}
        cancelLabel={say('keep')}
        busy={waiting}
        onConfirm={() => void undo()}
        onCancel={() => setAsking(null)}
      >
        <p>{say('undoNote', { count: asking?.moved ?? 0 })}</p>
      </ConfirmDialog>
    </>
  )
}
