import { Button, PasswordField, TextField, TickField, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { type FamilyName, FamilySwitch } from '../shared/family/index.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { NeverAsked } from '../shared/safety/never-asked.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { PasskeySignIn } from './passkey-sign-in.tsx'
import { TEXTS } from './texts.ts'
import { useSignIn } from './use-sign-in.ts'

const OTHER_WAYS = [
  ['/dang-nhap/lan-dau', 'first-time'],
  ['/dang-nhap/ma-tai-quay', 'have-counter-code'],
  ['/dang-nhap/gui-lai', 'forgotten'],
  ['/dang-nhap/qua-thu', 'forgotten-by-email'],
  ['/dang-nhap/huy-doi-lien-lac', 'object'],
  ['/dang-ky', 'no-account'],
] as const

const OtherWays = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <ul className="link-list">
      {OTHER_WAYS.map(([href, key]) => (
        <li key={href}>
          <Link href={href}>{text(key)}</Link>
        </li>
      ))}
    </ul>
  )
}

type NumberProps = {
  readonly chosen: FamilyName | null
  readonly onOther: () => void
  readonly login: string
  readonly onLogin: (login: string) => void
  readonly error: string | undefined
}

/** The number, or the name that stands for it on this phone. */
const NumberOrName = ({ chosen, onOther, login, onLogin, error }: NumberProps): ReactNode => {
  const text = useTexts(TEXTS)
  if (chosen === null)
    return (
      <TextField
        name="login"
        label={text('login')}
        hint={text('login-hint')}
        error={error}
        width="medium"
        inputMode="numeric"
        autoComplete="username"
        value={login}
        onChange={onLogin}
      />
    )
  return (
    <div className="field">
      <p className="lead">{text('family-chosen', { name: chosen.fullName })}</p>
      {/* For the password keeper of the phone: whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={chosen.insuranceNumber} readOnly hidden />
      <Button kind="plain" onClick={onOther}>
        {text('family-not-me')}
      </Button>
    </div>
  )
}

/** Number and one's own password, a name of the family's phone and the password, or the lock of the device. */
export const SignInPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { family, chosen, choose, login, setLogin, password, setPassword, remember, setRemember, ...signIn } = useSignIn()
  const errorOf = (field: string): string | undefined => signIn.errors.find((error) => error.field === field)?.sentence
  const aside = (
    <>
      <PasskeySignIn onEntered={signIn.enter} />
      <h2>{text('other-ways')}</h2>
      <OtherWays />
      <NeverAsked />
    </>
  )
  return (
    <StepPage
      title={text('sign-in-title')}
      backTo="/"
      errors={signIn.errors}
      busy={signIn.busy}
      nextLabel={text('sign-in')}
      onNext={signIn.goOn}
      aside={aside}
    >
      <FailureNotice failure={signIn.failure} />
      {chosen === null ? <FamilySwitch family={family} onChoose={choose} /> : null}
      <NumberOrName chosen={chosen} onOther={() => choose(null)} login={login} onLogin={setLogin} error={errorOf('login')} />
      <PasswordField
        name="password"
        label={text('password')}
        error={errorOf('password')}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        showLabel={text('show')}
        hideLabel={text('hide')}
      />
      {chosen === null && family.hasRoom ? (
        <TickField name="remember" label={text('family-tick')} hint={text('family-tick-hint')} checked={remember} onChange={setRemember} />
      ) : null}
    </StepPage>
  )
}
