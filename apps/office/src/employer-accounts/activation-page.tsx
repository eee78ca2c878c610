import { CommandButton, Notice, PasswordField, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useEffect, useMemo, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { employerAccountMessages } from './employer-account-messages.ts'
import { beginActivation, finishActivation } from './employer-account-requests.ts'
import { useSending } from '../shared/use-sending.ts'

type Slip = { readonly userName: string; readonly code: string }
type Secret = { readonly totpSecret: string; readonly totpQr: string }

const SlipStep = ({ onOpened }: { readonly onOpened: (slip: Slip, secret: Secret) => void }) => {
  const say = employerAccountMessages.useSay()
  const [userName, setUserName] = useState('')
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const { waiting, problem, run } = useSending()
  const goOn = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (userName.trim() === '' || code.trim() === '') return
    const slip = { userName: userName.trim(), code: code.trim() }
    void run(async () => onOpened(slip, await beginActivation(slip)))
  }
  return (
    <form onSubmit={goOn} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextField
        name="userName"
        label={say('name')}
        error={asked && userName.trim() === '' ? say('nameWrong') : undefined}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={60}
        value={userName}
        onChange={setUserName}
      />
      <TextField
        name="code"
        label={say('code')}
        error={asked && code.trim() === '' ? say('codeMissing') : undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        value={code}
        onChange={setCode}
      />
      <CommandButton type="submit" kind="main" busy={waiting}>
        {say('goOn')}
      </CommandButton>
    </form>
  )
}

const Authenticator = ({ totpSecret, totpQr }: Secret) => {
  const say = employerAccountMessages.useSay()
  const address = useMemo(() => URL.createObjectURL(new Blob([totpQr], { type: 'image/svg+xml' })), [totpQr])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return (
    <>
      <p>{say('authenticator')}</p>
      <img src={address} alt={say('qr')} width={200} height={200} />
      <p>
        {say('secret')}: <code>{totpSecret.match(/.{1,4}/gu)?.join(' ')}</code>
      </p>
    </>
  )
}

const FactorStep = ({ slip, secret, onDone }: { readonly slip: Slip; readonly secret: Secret; readonly onDone: () => void }) => {
  const say = employerAccountMessages.useSay()
  const common = sharedMessages.useSay()
  const [password, setPassword] = useState('')
  const [totp, setTotp] = useState('')
  const [asked, setAsked] = useState(false)
  const { waiting, problem, run } = useSending()
  const digits = totp.replaceAll(/\D/gu, '')
  const finish = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (password === '' || digits.length !== 6) return
    void run(async () => {
      await finishActivation({ ...slip, password, totp: digits })
      onDone()
    })
  }
  return (
    <form onSubmit={finish} noValidate>
      <Authenticator {...secret} />
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextField
        name="totp"
        label={say('totp')}
        error={asked && digits.length !== 6 ? say('totpMissing') : undefined}
        width="short"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        value={totp}
        onChange={setTotp}
      />
      <PasswordField
        name="password"
        label={say('password')}
        hint={say('passwordHint')}
        error={asked && password === '' ? say('passwordMissing') : undefined}
        autoComplete="new-password"
        showLabel={common('showPassword')}
        hideLabel={common('hidePassword')}
        value={password}
        onChange={setPassword}
      />
      <CommandButton type="submit" kind="main" busy={waiting}>
        {say('activate')}
      </CommandButton>
    </form>
  )
}

/** With the slip: the authenticator is taken up, an own password chosen. Nobody is signed in here. */
export const ActivationPage = () => {
  const say = employerAccountMessages.useSay()
  usePageTitle(say('activationTitle'))
  const [opened, setOpened] = useState<{ slip: Slip; secret: Secret } | null>(null)
  const [done, setDone] = useState(false)
  return (
    <main id="main" className="sign-in">
      <div className="panel">
        <h1 tabIndex={-1}>{say('activationTitle')}</h1>
        {done ? (
          <>
            <Notice kind="good" live title={say('activated')} />
            <a className="button button-main" href="/">
              {say('toSignIn')}
            </a>
          </>
        ) : opened === null ? (
          <>
            <p>{say('activationLead')}</p>
            <SlipStep onOpened={(slip, secret) => setOpened({ slip, secret })} />
          </>
        ) : (
          <FactorStep {...opened} onDone={() => setDone(true)} />
        )}
      </div>
    </main>
  )
}
