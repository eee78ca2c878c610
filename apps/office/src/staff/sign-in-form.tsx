import { Notice } from '@an-sinh/ui'
import { useState } from 'react'
import { CodeStep } from './code-step.tsx'
import { PasswordStep } from './password-step.tsx'
import { staffMessages } from './staff-messages.ts'
import type { FirstFactor, SignedInUser } from './staff-requests.ts'

/** Both factors, one after the other; used as a page and above a page whose session has ended. */
export const SignInForm = ({ onSignedIn }: { readonly onSignedIn: (user: SignedInUser) => void }) => {
  const say = staffMessages.useSay()
  const [first, setFirst] = useState<FirstFactor | null>(null)
  const [gone, setGone] = useState(false)
  const startOver = (isGone: boolean): void => {
    setFirst(null)
    setGone(isGone)
  }
  return (
    <>
      {gone ? <Notice kind="warning" live title={say('stepGone')} /> : null}
      {first === null ? (
        <PasswordStep onProved={setFirst} />
      ) : (
        <CodeStep first={first} onSignedIn={onSignedIn} onGone={() => startOver(true)} onBack={() => startOver(false)} />
      )}
    </>
  )
}
