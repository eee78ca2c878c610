import type { Batch } from '@an-sinh/contract'
import { CommandButton, Notice, TextField, useLanguage } from '@an-sinh/ui'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { batchMessages } from './batch-messages.ts'
import { type BatchScan, scanForm } from './batch-requests.ts'

/** The cursor stays in the field; scans wait their turn, so that a quick hand loses none. */
export const FormScan = ({ batchId, onBatch }: { readonly batchId: string; readonly onBatch: (batch: Batch) => void }) => {
  const say = batchMessages.useSay()
  const { language } = useLanguage()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  const queue = useRef(Promise.resolve())
  const [code, setCode] = useState('')
  const [last, setLast] = useState<BatchScan | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const take = async (scanned: string, scanId: string): Promise<void> => {
    try {
      const answer = await scanForm(batchId, scanId, scanned)
      setProblem(null)
      setLast(answer)
      onBatch(answer.batch)
    } catch (error) {
      setProblem(error)
      setCode(scanned)
    }
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    const scanned = box.current?.value ?? code
    if (scanned.trim() === '') return
    setCode('')
    box.current?.focus()
    const scanId = crypto.randomUUID()
    queue.current = queue.current.then(() => take(scanned, scanId))
  }
  return (
    <form onSubmit={submit} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {last === null ? null : (
        <Notice
          kind={last.outcome === 'received' ? 'good' : 'warning'}
          live
          title={
            last.sentence === null
              ? say('taken', { tail: last.codeTail })
              : say('fell', { tail: last.codeTail, reason: last.sentence[language] })
          }
        />
      )}
      <TextField
        name="form"
        label={say('form')}
        hint={say('formHint')}
        width="medium"
        autoComplete="off"
        spellCheck={false}
        inputRef={box}
        value={code}
        onChange={setCode}
      />
      <CommandButton type="submit" kind="main">
        {say('take')}
      </CommandButton>
    </form>
  )
}
