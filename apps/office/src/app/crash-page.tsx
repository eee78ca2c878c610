import { CommandButton } from '@an-sinh/ui'
import { LocalErrorId } from '../shared/local-error-id.tsx'
import { appMessages } from './app-messages.ts'

/** A screen of ours failed: said plainly, nothing of the error shown. */
export const CrashPage = () => {
  const say = appMessages.useSay()
  return (
    <main id="main" className="page" role="alert">
      <h1>{say('crashTitle')}</h1>
      <p>{say('crash')}</p>
      <LocalErrorId kind="crash" />
      <CommandButton kind="main" onPress={() => location.reload()}>
        {say('reload')}
      </CommandButton>
    </main>
  )
}
