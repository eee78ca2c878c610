import { usePageTitle } from '../shared/use-page-title.ts'
import { SignInForm } from './sign-in-form.tsx'
import { staffMessages } from './staff-messages.ts'
import type { SignedInUser } from './staff-requests.ts'

export const SignInPage = ({ onSignedIn }: { readonly onSignedIn: (user: SignedInUser) => void }) => {
  const say = staffMessages.useSay()
  usePageTitle(say('title'))
  return (
    <main className="sign-in" id="main">
      <div className="panel">
        <h1>{say('title')}</h1>
        <p>{say('lead')}</p>
        <SignInForm onSignedIn={onSignedIn} />
      </div>
    </main>
  )
}
