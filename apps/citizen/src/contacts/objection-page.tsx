import { Notice, TextField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Page } from '../shared/page/page.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

const DonePage = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Page title={text('objected-title')}>
      <Notice kind="good" live title={text('objected-text')} />
      <p>
        <Link href="/dang-nhap/gui-lai" className="button">
          {text('set-new')}
        </Link>
      </p>
    </Page>
  )
}

/** "That is not me", with the code from the message, by whoever is not signed in. */
export const ObjectionPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [login, setLogin] = useState('')
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const [done, setDone] = useState(false)
  const object = useAction(async () => {
    await call('POST /api/contact-change-objections', { body: { login: login.replace(/[\s.-]/gu, ''), code: code.trim() } })
    setDone(true)
  })
  const errors = [
    ...(asked && login.trim() === '' ? [{ field: 'login', sentence: text('login-empty') }] : []),
    ...(asked && code.trim() === '' ? [{ field: 'code', sentence: text('objection-empty') }] : []),
  ]
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.sentence
  const goOn = (): void => {
    setAsked(true)
    if (login.trim() !== '' && code.trim() !== '') void object.run(undefined)
  }
  if (done) return <DonePage />
  return (
    <StepPage
      title={text('objection-title')}
      backTo="/dang-nhap"
      errors={errors}
      busy={object.busy}
      nextLabel={text('objection-send')}
      onNext={goOn}
    >
      <p>{text('objection-lead')}</p>
      <FailureNotice failure={object.failure} />
      <TextField
        name="login"
        label={text('login')}
        error={errorOf('login')}
        width="medium"
        inputMode="numeric"
        autoComplete="username"
        value={login}
        onChange={setLogin}
      />
      <TextField
        name="code"
        label={text('objection-code')}
        hint={text('objection-hint')}
        error={errorOf('code')}
        width="medium"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={code}
        onChange={setCode}
      />
    </StepPage>
  )
}
