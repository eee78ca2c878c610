import type { AccountDesk, DeskReason } from '@an-sinh/contract'
import { ChoiceField, CommandButton, TextAreaField, TickField } from '@an-sinh/ui'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { accountMessages } from './account-messages.ts'
import type { DeskOrder } from './account-requests.ts'
import { useSending } from '../shared/use-sending.ts'

type Props = {
  readonly number: string
  readonly reasons: readonly DeskReason[]
  readonly label: string
  readonly danger?: boolean
  /** What this act needs besides. `asked`: the clerk pressed the button, faults are shown. */
  readonly renderFields?: (asked: boolean) => ReactNode
  /** What is missing in those; nothing is sent while it says so. */
  readonly lacks?: boolean
  readonly send: (order: DeskOrder) => Promise<AccountDesk>
  readonly onDone: (desk: AccountDesk) => void
  readonly onBack: () => void
}

/** The check of the original, a reason, a note, one button. Nothing is ticked for the clerk. */
export const OrderForm = ({ number, reasons, label, danger = false, renderFields, lacks = false, send, onDone, onBack }: Props) => {
  const say = accountMessages.useSay()
  const [actId] = useState(() => crypto.randomUUID())
  const [originalChecked, setChecked] = useState(false)
  const [reason, setReason] = useState<DeskReason | null>(null)
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const { waiting, problem, run } = useSending()
  const lacksNote = reason === 'other' && note.trim() === ''
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (!originalChecked || reason === null || lacksNote || lacks) return
    void run(async () => onDone(await send({ actId, number, originalChecked, reason, note: note.trim() })))
  }
  return (
    <form onSubmit={submit} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TickField
        name="originalChecked"
        label={say('original')}
        error={asked && !originalChecked ? say('originalMissing') : undefined}
        checked={originalChecked}
        onChange={setChecked}
      />
      {renderFields?.(asked)}
      <ChoiceField
        name="reason"
        label={say('why')}
        error={asked && reason === null ? say('reasonMissing') : undefined}
        choices={reasons.map((value) => ({ value, label: say(`why-${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      <TextAreaField
        name="note"
        label={say('note')}
        hint={say('noteHint')}
        error={asked && lacksNote ? say('noteMissing') : undefined}
        maxLength={300}
        rows={2}
        value={note}
        onChange={setNote}
      />
      <div className="button-row">
        <CommandButton type="submit" kind={danger ? 'danger' : 'main'} busy={waiting}>
          {label}
        </CommandButton>
        <CommandButton kind="plain" onPress={onBack}>
          {say('back')}
        </CommandButton>
      </div>
    </form>
  )
}
