import { type FieldError, PasswordField, TextField, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { rememberMe } from './me.ts'
import { readLogin } from './read-login.ts'
import { TEXTS } from './texts.ts'

const OtherWays = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <ul className="link-list">
      <li>
        <Link href="/dang-nhap/lan-dau">{text('first-time')}</Link>
      </li>
      <li>
        <Link href="/dang-nhap/ma-tai-quay">{text('have-counter-code')}</Link>
      </li>
      <li>
        <Link href="/dang-nhap/gui-lai">{text('forgotten')}</Link>
      </li>
      <li>
        <Link href="/dang-nhap/huy-doi-lien-lac">{text('object')}</Link>
      </li>
      <li>
        <Link href="/dang-ky">{text('no-account')}</Link>
      </li>
    </ul>
  )
}

/** Number and one's own password. */
export const SignInPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const signIn = useAction(async (body: { login: string; password: string }) => {
    rememberMe(queryClient, await call('POST /api/sessions', { body }))
    navigate('/ca-nhan')
  })
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.sentence
  const goOn = (): void => {
    const read = readLogin(login)
    const faults: FieldError[] = []
    if (!read.ok) faults.push({ field: 'login', sentence: text(read.code) })
    if (password === '') faults.push({ field: 'password', sentence: text('password-empty') })
    setErrors(faults)
    if (read.ok && faults.length === 0) void signIn.run({ login: read.login, password })
  }
  return (
    <StepPage
      title={text('sign-in-title')}
      backTo="/"
      errors={errors}
      busy={signIn.busy}
      nextLabel={text('sign-in')}
      onNext={goOn}
      aside={<OtherWays />}
    >
      <FailureNotice failure={signIn.failure} />
      <TextField
        name="login"
        label={text('login')}
        hint={text('login-hint')}
        error={errorOf('login')}
        width="medium"
        inputMode="numeric"
        autoComplete="username"
        value={login}
        onChange={setLogin}
      />
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
    </StepPage>
  )
}
