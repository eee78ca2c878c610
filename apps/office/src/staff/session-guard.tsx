import { CommandButton } from '@an-sinh/ui'
import { useSyncExternalStore } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { getSessionState, subscribeSession } from '../shared/session-clock.ts'
import { useServerTime } from '../shared/server-clock.ts'
import { SignInForm } from './sign-in-form.tsx'
import { staffMessages } from './staff-messages.ts'
import { findUser, type SignedInUser } from './staff-requests.ts'

/** Time to answer before an idle session ends (WCAG 2.2, 2.2.1 asks for 20 s at least). */
const WARN_MS = 120_000

type Props = { readonly onSignedIn: (user: SignedInUser) => void; readonly onSignOut: () => void }

/** Warns before an idle session ends and signs in again above the page, which stays as it is. */
export const SessionGuard = ({ onSignedIn, onSignOut }: Props) => {
  const say = staffMessages.useSay()
  const { ended } = useSyncExternalStore(subscribeSession, getSessionState)
  const now = useServerTime(1000, !ended)
  const { endsAt } = getSessionState()
  const leftMs = endsAt === null ? Number.POSITIVE_INFINITY : endsAt - now
  if (ended || leftMs <= 0) {
    return (
      <Dialog title={say('endedTitle')} firstField="userName">
        <p>{say('ended')}</p>
        <SignInForm onSignedIn={onSignedIn} />
      </Dialog>
    )
  }
  if (leftMs > WARN_MS) return null
  const seconds = Math.ceil(leftMs / 1000)
  const time = seconds < 60 ? say('seconds', { seconds }) : say('minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
  // A request that fails for want of a session ends in the dialog above; without a network the count goes on.
  const stay = (): void => void findUser().catch(() => null)
  return (
    <Dialog title={say('warningTitle')} onClose={stay}>
      <p>{say('warning', { time })}</p>
      <div className="row">
        <CommandButton kind="main" onPress={stay}>
          {say('stay')}
        </CommandButton>
        <CommandButton onPress={onSignOut}>{say('signOut')}</CommandButton>
      </div>
    </Dialog>
  )
}
