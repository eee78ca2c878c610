import { Notice, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { call } from '../shared/api/call.ts'
import { Failure, findCode } from '../shared/api/failure.ts'
import { makePasskey, PasskeyGivenUp } from '../shared/device/passkey.ts'
import { NeedsNetwork } from '../shared/online/needs-network.tsx'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { StepUp } from '../shared/step-up/step-up.tsx'
import { NameForm } from './name-form.tsx'
import { TEXTS } from './texts.ts'

/** A device that cannot, or a person who would rather not, is no failure: a quiet line, and the password goes on working. */
const PasskeyTrouble = ({ failure, again }: { readonly failure: unknown; readonly again: () => void }): ReactNode => {
  const text = useTexts(TEXTS)
  if (findCode(failure) === 'step-up-needed') return <StepUp onProved={again} />
  if (failure === null || failure === undefined || failure instanceof Failure) return <FailureNotice failure={failure} />
  return (
    <Notice kind="warning" live>
      {text(failure instanceof PasskeyGivenUp ? 'given-up' : 'not-possible')}
    </Notice>
  )
}

/** A name to recognise the device by, then the device's own question. */
export const AddPasskey = ({ onAdded }: { readonly onAdded: () => void }): ReactNode => {
  const text = useTexts(TEXTS)
  const add = async (name: string): Promise<void> => {
    const credential = await makePasskey(await call('POST /api/me/passkey-challenges', {}))
    await call('POST /api/me/passkeys', { body: { name, credential } })
    onAdded()
  }
  return (
    <>
      <NeedsNetwork />
      <NameForm
        field="name"
        usual={text('name-usual')}
        label={text('add')}
        hint={text('name-hint')}
        onName={add}
        Trouble={PasskeyTrouble}
      />
    </>
  )
}
