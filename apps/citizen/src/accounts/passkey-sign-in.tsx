import type { Me } from '@an-sinh/contract'
import { Button, Notice, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { call } from '../shared/api/call.ts'
import { Failure } from '../shared/api/failure.ts'
import { choosePasskey, knowsPasskeys, PasskeyGivenUp } from '../shared/device/passkey.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

/** By the lock of this device; only where the browser knows how. Everything of it is loaded when it is pressed. */
export const PasskeySignIn = ({ onEntered }: { readonly onEntered: (me: Me) => Promise<void> }): ReactNode => {
  const text = useTexts(TEXTS)
  const enter = useAction(async () => {
    const credential = await choosePasskey(await call('POST /api/passkey-challenges', {}))
    await onEntered(await call('POST /api/passkey-sessions', { body: { credential } }))
  })
  if (!knowsPasskeys()) return null
  const isOwnWord = enter.failure !== null && enter.failure !== undefined && !(enter.failure instanceof Failure)
  return (
    <section aria-labelledby="passkey-title">
      <h2 id="passkey-title">{text('passkey-title')}</h2>
      <p>{text('passkey-lead')}</p>
      {isOwnWord ? (
        <Notice kind="warning" live>
          {text(enter.failure instanceof PasskeyGivenUp ? 'passkey-given-up' : 'passkey-not-possible')}
        </Notice>
      ) : (
        <FailureNotice failure={enter.failure} />
      )}
      <Button kind="second" busy={enter.busy} onClick={() => void enter.run(undefined)}>
        {text('passkey-sign-in')}
      </Button>
    </section>
  )
}
