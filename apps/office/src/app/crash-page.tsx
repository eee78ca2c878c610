import { CommandButton } from '@an-sinh/ui'
import { appMessages } from './app-messages.ts'

/** A screen of ours failed: said plainly, nothing of the error shown. */
export const CrashPage = () => {
  const say = appMessages.useSay()
  return (
    <main id="main" className="page" role="alert">
      <h1>{say('crashTitle')}</h1>
      <p>{say('crash')}</p>
      <CommandButton kind="main" onPress={() => location.reload()}>
        {say('reload')}
      </CommandButton>
    </main>
  )
}
