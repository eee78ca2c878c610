import { ChoiceField, CommandButton, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { queueMessages } from './queue-messages.ts'
import { listColleagues } from './queue-requests.ts'

type Props = { readonly count: number; readonly onAssign: (staffId: number) => void; readonly onClose: () => void }

/** To whom of the desk the selected cases go. */
export const AssignDialog = ({ count, onAssign, onClose }: Props) => {
  const say = queueMessages.useSay()
  const common = sharedMessages.useSay()
  const [chosen, setChosen] = useState<string | null>(null)
  const found = useQuery({ queryKey: ['colleagues'], queryFn: ({ signal }) => listColleagues(signal) })
  const assign = (): void => {
    if (chosen !== null) onAssign(Number(chosen))
  }
  return (
    <Dialog title={say('assignTitle', { count })} onClose={onClose} keys={{ 'ctrl+enter': assign }}>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      <ChoiceField
        name="colleague"
        label={say('colleague')}
        choices={(found.data ?? []).map(({ staffId, fullName, mine }) => ({
          value: String(staffId),
          label: mine ? say('colleagueMe', { name: fullName }) : fullName,
        }))}
        value={chosen}
        onChange={setChosen}
      />
      <div className="row">
        <CommandButton kind="main" keyHint="Control+Enter" onPress={assign}>
          {say('assignNow')}
        </CommandButton>
        <CommandButton kind="plain" keyHint="Escape" onPress={onClose}>
          {common('cancel')}
        </CommandButton>
      </div>
    </Dialog>
  )
}
