import type { Staff } from '@an-sinh/contract'
import { Notice } from '@an-sinh/ui'
import { useState } from 'react'
import { CodeStep } from './code-step.tsx'
import { PasswordStep } from './password-step.tsx'
import { staffMessages } from './staff-messages.ts'

/** Both factors, one after the other; used as a page and above a page whose session has ended. */
export const SignInForm = ({ onSignedIn }: { readonly onSignedIn: (staff: Staff) => void }) => {
  const say = staffMessages.useSay()
  const [expiresAt, setExpiresAt] = useState<string | null>(null)
  const [gone, setGone] = useState(false)
  const startOver = (isGone: boolean): void => {
    setExpiresAt(null)
    setGone(isGone)
  }
  return (
    <>
      {gone ? <Notice kind="warning" live title={say('stepGone')} /> : null}
      {expiresAt === null ? (
        <PasswordStep onProved={setExpiresAt} />
      ) : (
        <CodeStep expiresAt={expiresAt} onSignedIn={onSignedIn} onGone={() => startOver(true)} onBack={() => startOver(false)} />
      )}
    </>
  )
}
