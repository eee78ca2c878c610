import type { DataRequestCase } from '@an-sinh/contract'
import { CommandButton, TextAreaField } from '@an-sinh/ui'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { type Move, moveDataRequest } from './data-request-calls.ts'
import { dataRequestMessages } from './data-request-messages.ts'

type Props = { readonly shown: DataRequestCase; readonly onMoved: (after: DataRequestCase, move: Move) => void }

/** First the answer that it is taken up, then what was done, or why not; the words go to the person as they stand. */
export const MoveForm = ({ shown, onMoved }: Props) => {
  const say = dataRequestMessages.useSay()
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const move = async (to: Move): Promise<void> => {
    setMissing(to !== 'answer' && note.trim() === '')
    setProblem(null)
    if (to !== 'answer' && note.trim() === '') return
    setBusy(true)
    try {
      onMoved(await moveDataRequest(shown.request.requestId, { version: shown.version, move: to, note }), to)
      setNote('')
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section aria-labelledby="data-request-move">
      <h2 id="data-request-move">{say('decide')}</h2>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextAreaField
        name="note"
        label={say('note')}
        hint={say('noteHint')}
        error={missing ? say('noteMissing') : undefined}
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
      <div className="row">
        {shown.request.state === 'received' ? (
          <CommandButton kind="main" busy={busy} onPress={() => void move('answer')}>
            {say('answer')}
          </CommandButton>
        ) : (
          <>
            <CommandButton kind="main" busy={busy} onPress={() => void move('finish')}>
              {say('finish')}
            </CommandButton>
            <CommandButton kind="danger" busy={busy} onPress={() => void move('refuse')}>
              {say('refuse')}
            </CommandButton>
          </>
        )}
      </div>
    </section>
  )
}
