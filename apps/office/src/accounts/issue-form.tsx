import type { AccountDesk, CounterCode, CounterReason } from '@an-sinh/contract'
import { ChoiceField, CommandButton, TextAreaField, TickField } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { accountMessages } from './account-messages.ts'
import { issueCode } from './account-requests.ts'
import { useSending } from '../shared/use-sending.ts'

const REASONS = ['password-forgotten', 'message-not-received', 'phone-gone', 'other'] as const satisfies readonly CounterReason[]

type Props = { readonly account: AccountDesk; readonly onIssued: (code: CounterCode) => void; readonly onOther: () => void }

/** The check of the original and the reason; nothing is ticked for the clerk. */
export const IssueForm = ({ account, onIssued, onOther }: Props) => {
  const say = accountMessages.useSay()
  const [originalChecked, setChecked] = useState(false)
  const [reason, setReason] = useState<CounterReason | null>(null)
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const { waiting, problem, run } = useSending()
  const lacksNote = reason === 'other' && note.trim() === ''
  const issue = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (!originalChecked || reason === null || lacksNote) return
    void run(async () => onIssued(await issueCode({ number: account.insuranceNumber, originalChecked, reason, note: note.trim() })))
  }
  return (
    <form onSubmit={issue} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TickField
        name="originalChecked"
        label={say('original')}
        error={asked && !originalChecked ? say('originalMissing') : undefined}
        checked={originalChecked}
        onChange={setChecked}
      />
      <ChoiceField
        name="reason"
        label={say('reason')}
        error={asked && reason === null ? say('reasonMissing') : undefined}
        choices={REASONS.map((value) => ({
          value,
          label: say(`reason-${value}`),
          ...(value === 'phone-gone' ? { hint: say('reason-phone-gone-hint') } : {}),
        }))}
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
        <CommandButton type="submit" kind="main" busy={waiting}>
          {say('issue')}
        </CommandButton>
        <CommandButton kind="plain" onPress={onOther}>
          {say('back')}
        </CommandButton>
      </div>
    </form>
  )
}
