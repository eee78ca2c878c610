import type { Case } from '@an-sinh/contract'
import { CommandButton, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { extendCase } from './case-requests.ts'
import { registrationMessages } from './registration-messages.ts'

type Props = {
  readonly shown: Case
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly onExtended: (after: Case) => void
  readonly onClose: () => void
}

/** More time, with a reason; what was typed stays when the dialog is closed or the session ends. */
export const ExtendDialog = ({ shown, reason, onReason, onExtended, onClose }: Props) => {
  const say = registrationMessages.useSay()
  const common = sharedMessages.useSay()
  const [asked, setAsked] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const send = async (event?: SyntheticEvent): Promise<void> => {
    event?.preventDefault()
    setAsked(true)
    if (reason.trim() === '' || waiting) return
    setWaiting(true)
    try {
      onExtended(await extendCase(shown.registrationId, reason.trim()))
    } catch (error) {
      setProblem(error)
    } finally {
      setWaiting(false)
    }
  }
  return (
    <Dialog
      title={say('extendTitle', { name: shown.declared.fullName })}
      onClose={onClose}
      firstField="reason"
      keys={{ 'ctrl+enter': () => void send() }}
    >
      <form onSubmit={(event) => void send(event)} noValidate>
        <p>{say('extendNote')}</p>
        {problem === null ? null : <ProblemNotice error={problem} />}
        <TextField
          name="reason"
          label={say('reason')}
          hint={say('reasonHint')}
          value={reason}
          onChange={onReason}
          maxLength={300}
          autoComplete="off"
          error={asked && reason.trim() === '' ? say('reasonMissing') : undefined}
        />
        <div className="button-row">
          <CommandButton type="submit" kind="main" busy={waiting} keyHint="Control+Enter">
            {say('extendSend')}
          </CommandButton>
          <CommandButton kind="plain" onPress={onClose} keyHint="Escape">
            {common('cancel')}
          </CommandButton>
        </div>
      </form>
    </Dialog>
  )
}
