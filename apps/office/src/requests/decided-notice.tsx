import type { RequestCase } from '@an-sinh/contract'
import { CommandButton, Notice } from '@an-sinh/ui'
import { useEffect, useState } from 'react'
import { useKeys } from '../shared/keyboard.ts'
import { useOnlyReads } from '../shared/only-reads.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { useServerTime } from '../shared/server-clock.ts'
import { undo } from './request-calls.ts'
import { requestMessages } from './request-messages.ts'

type Props = { readonly shown: RequestCase; readonly onChanged: (after: RequestCase | null) => void }

/** While nothing is written yet the decision can be taken back by one key. */
const Undo = ({ shown, decisionId, releasesAt, onChanged }: Props & { readonly decisionId: string; readonly releasesAt: string }) => {
  const say = requestMessages.useSay()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const leftMs = Date.parse(releasesAt) - useServerTime(250)
  const over = leftMs <= 0
  useEffect(() => {
    if (!over) return undefined
    // Written a moment after its time: read again then.
    const timer = setTimeout(() => onChanged(null), 1500)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the time is over
  }, [over])
  const takeBack = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      onChanged(await undo(shown.requestId, decisionId))
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  useKeys({ u: () => void takeBack(), 'ctrl+z': () => void takeBack() }, { off: over })
  return (
    <>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {over ? null : (
        <CommandButton kind="main" icon="undo" keyHint="U" busy={busy} onPress={() => void takeBack()}>
          {say('undo', { seconds: Math.max(0, Math.floor(leftMs / 1000)) })}
        </CommandButton>
      )}
    </>
  )
}

/** What was decided last, by whom, and whether it can be taken back; or why it was given back. */
export const DecidedNotice = ({ shown, onChanged }: Props) => {
  const say = requestMessages.useSay()
  const onlyReads = useOnlyReads()
  const { decision } = shown
  if (decision === null) return null
  if (decision.undoneWhy !== null)
    return (
      <Notice kind="warning" title={say('givenBack')}>
        <p>
          {requestMessages.has(`why-${decision.undoneWhy}`) ? say(`why-${decision.undoneWhy}` as 'why-line-moved') : decision.undoneWhy}
        </p>
      </Notice>
    )
  return (
    <Notice kind="good" live title={say(`decided-${decision.kind}`, { name: decision.staffName })}>
      {decision.released ? null : <p>{say('notYetWritten')}</p>}
      {decision.undoable && !decision.released && !onlyReads ? (
        <Undo shown={shown} decisionId={decision.decisionId} releasesAt={decision.releasesAt} onChanged={onChanged} />
      ) : null}
    </Notice>
  )
}
