import { Button, Notice, PasswordField, useTexts } from '@an-sinh/ui'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { call } from '../api/call.ts'
import { choosePasskey, knowsPasskeys, PasskeyGivenUp } from '../device/passkey.ts'
import { FailureNotice } from '../page/failure-notice.tsx'
import { readFieldErrors } from '../page/read-field-errors.ts'
import { useAction } from '../page/use-action.ts'
import { TEXTS } from './texts.ts'

type Props = { readonly onProved: () => void }

/** By the lock of this device, where there is a key. */
const ByPasskey = ({ onProved }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const prove = useAction(async () => {
    const credential = await choosePasskey(await call('POST /api/passkey-challenges', {}))
    await call('POST /api/me/passkey-step-ups', { body: { credential } })
    onProved()
  })
  if (!knowsPasskeys()) return null
  return (
    <>
      {prove.failure instanceof PasskeyGivenUp ? (
        <Notice kind="warning" live>
          {text('given-up')}
        </Notice>
      ) : (
        <FailureNotice failure={prove.failure} />
      )}
      <p>
        <Button kind="second" busy={prove.busy} onClick={() => void prove.run(undefined)}>
          {text('by-passkey')}
        </Button>
      </p>
    </>
  )
}

/** "Xác nhận lại là bạn": the password or a key once more, before what opens the account further; then what was begun goes on by itself. */
export const StepUp = ({ onProved }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const prove = useAction(async () => {
    await call('POST /api/me/step-ups', { body: { password } })
    onProved()
  })
  const refused = readFieldErrors(prove.failure)
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setMissing(password === '')
    if (password !== '' && !prove.busy) void prove.run(undefined)
  }
  return (
    <section className="panel" aria-labelledby="step-up-title">
      <h2 id="step-up-title">{text('title')}</h2>
      <p>{text('lead')}</p>
      <form noValidate onSubmit={onSubmit}>
        <FailureNotice failure={refused.length > 0 ? null : prove.failure} />
        <PasswordField
          name="step-up-password"
          label={text('password')}
          error={missing ? text('missing') : refused[0]?.sentence}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          showLabel={text('show')}
          hideLabel={text('hide')}
        />
        <Button type="submit" busy={prove.busy}>
          {text('prove')}
        </Button>
      </form>
      <ByPasskey onProved={onProved} />
    </section>
  )
}
