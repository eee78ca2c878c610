import type { DeskBadge } from '@an-sinh/contract'
import { ChoiceField, CommandButton, TextAreaField } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { badgeMessages } from './badge-messages.ts'
import { withdrawBadge, type Withdrawal } from './badge-requests.ts'

const REASONS = ['lost', 'misused', 'changed', 'ended'] as const satisfies readonly Withdrawal['reason'][]

type Props = { readonly badge: DeskBadge; readonly onClose: () => void; readonly onDone: () => void }

/** One badge is taken back, with a reason; who scans it reads so at once. */
export const WithdrawDialog = ({ badge, onClose, onDone }: Props) => {
  const say = badgeMessages.useSay()
  const [reason, setReason] = useState<Withdrawal['reason'] | null>(null)
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [missing, setMissing] = useState(false)
  const { pointCode, pointName, serial } = badge
  const send = (event: SyntheticEvent): void => {
    event.preventDefault()
    setMissing(reason === null)
    if (reason === null || busy) return
    setBusy(true)
    setProblem(null)
    withdrawBadge(pointCode, { serial, reason, note: note.trim() === '' ? null : note.trim() })
      .then(onDone)
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return (
    <Dialog title={say('withdrawTitle', { serial: String(serial), point: pointName })} onClose={onClose}>
      <form onSubmit={send} noValidate>
        {problem === null ? null : <ProblemNotice error={problem} />}
        <p>{say('withdrawText')}</p>
        <ChoiceField
          name="reason"
          label={say('reason')}
          error={missing ? say('reasonMissing') : undefined}
          choices={REASONS.map((value) => ({ value, label: say(`reason-${value}`) }))}
          value={reason}
          onChange={setReason}
        />
        <TextAreaField name="note" label={say('note')} hint={say('noteHint')} maxLength={300} rows={2} value={note} onChange={setNote} />
        <div className="button-row">
          <CommandButton type="submit" kind="main" busy={busy}>
            {say('withdraw')}
          </CommandButton>
          <CommandButton onPress={onClose}>{say('cancel')}</CommandButton>
        </div>
      </form>
    </Dialog>
  )
}
