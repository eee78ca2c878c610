import type { Case, CaseSignals, Staff } from '@an-sinh/contract'
import { CommandButton, Notice } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { formatInstant } from '../shared/format-instant.ts'
import { useKeys } from '../shared/keyboard.ts'
import { getSignals, sendToReview } from './fraud-calls.ts'
import { fraudMessages } from './fraud-messages.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { SignalList } from './signal-list.tsx'

type Props = {
  readonly shown: Case
  readonly role: Staff['role']
  readonly onReload: () => void
  readonly onReview: (registrationId: string) => void
}

const SecondCheck = ({ check }: { readonly check: NonNullable<CaseSignals['secondCheck']> }) => {
  const say = fraudMessages.useSay()
  const at = formatInstant(check.firstCheckedAt)
  return (
    <Notice kind="info" live title={check.mine ? say('secondMine', { at }) : say('secondOther', { name: check.firstName, at })}>
      {check.risky ? <p>{say('secondRisky')}</p> : null}
    </Notice>
  )
}

const Signals = ({ found, role, shown, onReview, onSend, onClose }: Omit<Props, 'onReload'> & SignalsProps) => {
  const say = fraudMessages.useSay()
  return (
    <Dialog title={say('signalsTitle')} onClose={onClose} wide>
      <p>{found.signals.length === 0 ? say('noSignals') : say('signalsHint')}</p>
      <SignalList signals={found.signals} />
      <div className="button-row">
        {found.mayBeSent ? <CommandButton onPress={onSend}>{say('send')}</CommandButton> : null}
        {role === 'supervisor' && (found.signals.length > 0 || shown.state === 'fraud-review') ? (
          <CommandButton kind="main" onPress={() => onReview(shown.registrationId)}>
            {say('openReview')}
          </CommandButton>
        ) : null}
        <CommandButton kind="plain" keyHint="Escape" onPress={onClose}>
          {say('notYet')}
        </CommandButton>
      </div>
    </Dialog>
  )
}
type SignalsProps = { readonly found: CaseSignals; readonly onSend: () => void; readonly onClose: () => void }

/** One line at the case: how many reasons there are to look twice, and who looked first. Nothing at all while there is nothing to say. */
export const CaseSignalsStrip = ({ shown, role, onReload, onReview }: Props) => {
  const say = fraudMessages.useSay()
  const [open, setOpen] = useState<'signals' | 'send' | null>(null)
  const { registrationId, version } = shown
  const { data: found } = useQuery({
    queryKey: ['case-signals', registrationId, version],
    queryFn: ({ signal }) => getSignals(registrationId, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  useKeys({ x: () => setOpen('signals') }, { off: found === undefined || open !== null })
  if (found === undefined) return null
  return (
    <>
      {found.secondCheck === null ? null : <SecondCheck check={found.secondCheck} />}
      {found.signals.length === 0 && !found.mayBeSent ? null : (
        <div className="signals-strip">
          <CommandButton kind={found.signals.length === 0 ? 'plain' : 'second'} icon="warn" keyHint="X" onPress={() => setOpen('signals')}>
            {say('signals', { count: found.signals.length })}
          </CommandButton>
        </div>
      )}
      {open === 'signals' ? (
        <Signals found={found} role={role} shown={shown} onReview={onReview} onSend={() => setOpen('send')} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'send' ? (
        <ReasonDialog
          kind="send"
          title={say('sendTitle')}
          command={say('send')}
          onClose={() => setOpen(null)}
          onConfirm={async (chosen) => {
            await sendToReview(registrationId, { ...chosen, version })
            setOpen(null)
            onReload()
          }}
        >
          <p>{say('sendHint')}</p>
        </ReasonDialog>
      ) : null}
    </>
  )
}
