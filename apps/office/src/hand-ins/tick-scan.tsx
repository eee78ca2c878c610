import { CommandButton, Notice, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { handInMessages } from './hand-in-messages.ts'
import { type Ticked, tickForm } from './hand-in-requests.ts'

type Props = { readonly onTicked: () => void }

const Outcome = ({ last: { ticked, candidates }, onChoose }: { readonly last: Ticked; readonly onChoose: (entryId: string) => void }) => {
  const say = handInMessages.useSay()
  if (ticked !== null) {
    const title = say(ticked.before ? 'tickedBefore' : 'ticked', { name: ticked.fullName, tail: ticked.codeTail })
    return <Notice kind={ticked.before ? 'info' : 'good'} live title={title} />
  }
  return (
    <Notice kind="warning" live title={say('several')}>
      <p className="row">
        {candidates.map(({ entryId, fullName, department }) => (
          <CommandButton key={entryId} onPress={() => onChoose(entryId)}>
            {fullName}
            {department === '' ? '' : `, ${department}`}
          </CommandButton>
        ))}
      </p>
    </Notice>
  )
}

/** The cursor stays in the field for the scanner; scans wait their turn, so that a quick hand loses none. Four typed signs do as well. */
export const TickScan = ({ onTicked }: Props) => {
  const say = handInMessages.useSay()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  const queue = useRef(Promise.resolve())
  const [code, setCode] = useState('')
  const [last, setLast] = useState<Ticked | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const take = async (body: { code: string | null; entryId: string | null }): Promise<void> => {
    try {
      const answer = await tickForm(body)
      setProblem(null)
      setLast(answer)
      if (answer.ticked !== null) onTicked()
    } catch (error) {
      setLast(null)
      setProblem(error)
    }
  }
  const send = (body: { code: string | null; entryId: string | null }): void => {
    queue.current = queue.current.then(() => take(body))
    box.current?.focus()
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    const scanned = box.current?.value ?? code
    if (scanned.trim() === '') return
    setCode('')
    send({ code: scanned, entryId: null })
  }
  return (
    <form onSubmit={submit} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {last === null ? null : <Outcome last={last} onChoose={(entryId) => send({ code: null, entryId })} />}
      <TextField
        name="signed"
        label={say('scan')}
        hint={say('scanHint')}
        width="medium"
        autoComplete="off"
        spellCheck={false}
        inputRef={box}
        value={code}
        onChange={setCode}
      />
      <p>
        <CommandButton type="submit" kind="main">
          {say('tick')}
        </CommandButton>
      </p>
    </form>
  )
}
