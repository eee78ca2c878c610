import { Button, Notice, TextField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { call } from '../shared/api/call.ts'
import { Failure } from '../shared/api/failure.ts'
import { makePasskey, PasskeyGivenUp } from '../shared/device/passkey.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { NeedsNetwork } from '../shared/online/needs-network.tsx'
import { readFieldErrors } from '../shared/page/read-field-errors.ts'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

/** A device that cannot, or a person who would rather not, is no failure: a quiet line, and the password goes on working. */
export const PasskeyTrouble = ({ failure }: { readonly failure: unknown }): ReactNode => {
  const text = useTexts(TEXTS)
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
  const [name, setName] = useState(text('name-usual'))
  const add = useAction(async () => {
    const credential = await makePasskey(await call('POST /api/me/passkey-challenges', {}))
    await call('POST /api/me/passkeys', { body: { name, credential } })
    onAdded()
  })
  const [atName] = readFieldErrors(add.failure)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!add.busy) void add.run(undefined)
      }}
    >
      <NeedsNetwork />
      <PasskeyTrouble failure={atName === undefined ? add.failure : null} />
      <TextField
        name="name"
        label={text('name')}
        hint={text('name-hint')}
        error={atName?.sentence}
        width="medium"
        autoComplete="off"
        value={name}
        onChange={setName}
      />
      <div className="button-row">
        <Button type="submit" busy={add.busy}>
          {text('add')}
        </Button>
      </div>
    </form>
  )
}
