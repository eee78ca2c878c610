import type { Case } from '@an-sinh/contract'
import { CommandButton } from '@an-sinh/ui'
import { useEffect, useState } from 'react'
import { useKeys } from '../shared/keyboard.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { serverNow, useServerTime } from '../shared/server-clock.ts'
import { rebaseDraft } from './case-draft.ts'
import { undoDecision } from './counter-requests.ts'
import { counterMessages } from './counter-messages.ts'
import { changeDraft } from './use-case-draft.ts'
import { type PendingDecision, removePendingDecision, usePendingDecisions } from './pending-decisions.ts'

type RowProps = {
  readonly decision: PendingDecision
  readonly newest: boolean
  readonly onUndone: (after: Case) => void
  readonly onProblem: (error: unknown) => void
  readonly onOpen: (registrationId: string) => void
}

const UndoRow = ({ decision, newest, onUndone, onProblem, onOpen }: RowProps) => {
  const say = counterMessages.useSay()
  const [waiting, setWaiting] = useState(false)
  const now = useServerTime(250)
  const leftMs = decision.releasesAtMs - now
  const { decisionId, registrationId, kind, name } = decision
  const [wholeMs] = useState(leftMs)
  const over = leftMs <= 0 && !waiting
  useEffect(() => {
    if (over) removePendingDecision(decisionId)
  }, [over, decisionId])
  const undo = async (): Promise<void> => {
    if (waiting) return
    setWaiting(true)
    try {
      onUndone(await undoDecision(registrationId, decisionId))
      removePendingDecision(decisionId)
    } catch (error) {
      onProblem(error)
    } finally {
      setWaiting(false)
    }
  }
  const strokes = { u: () => void undo(), 'ctrl+z': () => void undo() }
  useKeys(strokes, { off: !newest })
  return (
    <div className="undo-row">
      <p>
        <strong>{say(`done-${kind}`, { name })}</strong>
        <span aria-hidden="true"> {say('undoLeft', { seconds: Math.max(0, Math.floor(leftMs / 1000)) })}</span>
      </p>
      <progress max={Math.max(1, wholeMs)} value={Math.max(0, leftMs)} aria-hidden="true" />
      <CommandButton kind="main" icon="undo" onPress={() => void undo()} busy={waiting} {...(newest ? { keyHint: 'U' } : {})}>
        {waiting ? say('undoing') : say('undo')}
      </CommandButton>
      <CommandButton kind="plain" onPress={() => onOpen(registrationId)}>
        {say('openCase')}
      </CommandButton>
    </div>
  )
}

/** Said once when a decision may be taken back: a count read out every second would drown everything else. */
const Told = ({ decision }: { readonly decision: PendingDecision }) => {
  const say = counterMessages.useSay()
  const [seconds] = useState(() => Math.max(0, Math.round((decision.releasesAtMs - serverNow()) / 1000)))
  return say('undoSentence', { sentence: say(`done-${decision.kind}`, { name: decision.name }), seconds })
}

type Props = { readonly onUndone: (after: Case) => void; readonly onOpen: (registrationId: string) => void }

/** Stands at the foot of every screen while a decision may be taken back; goes along to the next case. */
export const UndoBar = ({ onUndone, onOpen }: Props) => {
  const say = counterMessages.useSay()
  const pending = usePendingDecisions()
  const [problem, setProblem] = useState<unknown>(null)
  const [undone, setUndone] = useState(false)
  const newest = pending.at(-1)
  const isShown = pending.length > 0 || problem !== null || undone
  const told = newest === undefined ? null : <Told key={newest.decisionId} decision={newest} />
  return (
    <>
      <output className="visually-hidden">{undone ? say('undone') : told}</output>
      {isShown ? (
        <aside aria-label={say('undoArea')} className="undo-bar">
          {problem === null ? null : <ProblemNotice error={problem} />}
          {undone && newest === undefined ? <p aria-hidden="true">{say('undone')}</p> : null}
          {pending.map((decision) => (
            <UndoRow
              key={decision.decisionId}
              decision={decision}
              newest={decision === newest}
              onOpen={onOpen}
              onProblem={(error) => {
                setProblem(error)
                setTimeout(() => setProblem(null), 10_000)
              }}
              onUndone={(after) => {
                // The marks made before the decision are good for the case as it was: it is that again.
                changeDraft(after.registrationId, (before) => rebaseDraft(before, after.version))
                setUndone(true)
                setTimeout(() => setUndone(false), 5000)
                onUndone(after)
              }}
            />
          ))}
        </aside>
      ) : null}
    </>
  )
}
