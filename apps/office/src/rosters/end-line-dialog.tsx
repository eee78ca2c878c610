import type { RosterLine } from '@an-sinh/contract'
import { civilDateIn, dateCell, formatDateVi } from '@an-sinh/domain'
import { CommandButton, TextField } from '@an-sinh/ui'
import { useMutation } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { rosterMessages } from './roster-messages.ts'
import { endLine, type WrittenLine } from './roster-requests.ts'

type Props = { readonly line: RosterLine; readonly onClose: () => void; readonly onWritten: (written: WrittenLine) => void }

/** Since when somebody no longer works here; from that day the employer sees nothing more of them. */
export const EndLineDialog = ({ line, onClose, onWritten }: Props) => {
  const say = rosterMessages.useSay()
  const [day, setDay] = useState(() => formatDateVi(civilDateIn(Date.now())))
  const [wrong, setWrong] = useState(false)
  const end = useMutation({ mutationFn: (leftOn: string) => endLine(line.entryId, leftOn), onSuccess: onWritten })
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    const parsed = dateCell(day)
    const leftOn = parsed.ok ? parsed.text : null
    setWrong(leftOn === null)
    if (leftOn !== null && !end.isPending) end.mutate(leftOn)
  }
  return (
    <Dialog title={say('endTitle', { name: line.fullName })} onClose={onClose} firstField="leftOn">
      <form noValidate onSubmit={onSubmit}>
        {end.error === null ? null : <ProblemNotice error={end.error} />}
        <p>{say('endText')}</p>
        <TextField
          name="leftOn"
          label={say('leftOn')}
          hint={say('dateHint')}
          value={day}
          error={wrong ? say('dateWrong') : undefined}
          onChange={setDay}
          width="short"
          autoComplete="off"
        />
        <div className="row">
          <CommandButton kind="danger" type="submit" busy={end.isPending}>
            {say('end')}
          </CommandButton>
          <CommandButton onPress={onClose}>{say('cancel')}</CommandButton>
        </div>
      </form>
    </Dialog>
  )
}
