import { type FieldError, Notice, PasswordField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Link, Redirect } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import { readFieldErrors } from '../shared/page/read-field-errors.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { NeedsNetwork } from '../shared/online/needs-network.tsx'
import { Page } from '../shared/page/page.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

const DonePage = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Page title={text('change-title')}>
      <Notice kind="good">{text('changed')}</Notice>
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back-home')}
        </Link>
      </p>
    </Page>
  )
}

/** Another password, proved by the one before. */
export const ChangePasswordPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [currentPassword, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<readonly FieldError[]>([])
  const [done, setDone] = useState(false)
  const save = useAction(async () => {
    await call('PUT /api/me/password', { body: { currentPassword, password } })
    setDone(true)
  })
  const goOn = (): void => {
    const faults: FieldError[] = []
    if (currentPassword === '') faults.push({ field: 'currentPassword', sentence: text('current-empty') })
    if (password === '') faults.push({ field: 'password', sentence: text('new-empty') })
    setMissing(faults)
    if (faults.length === 0) void save.run(undefined)
  }
  if (findCode(save.failure) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  if (done) return <DonePage />
  const refused = missing.length > 0 ? [] : readFieldErrors(save.failure)
  const errors = [...missing, ...refused]
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.sentence
  const labels = { showLabel: text('show'), hideLabel: text('hide') }
  return (
    <StepPage
      title={text('change-title')}
      backTo="/ca-nhan/thiet-bi"
      errors={errors}
      busy={save.busy}
      nextLabel={text('save')}
      onNext={goOn}
      aside={<Link href="/dang-nhap/gui-lai">{text('forgotten')}</Link>}
    >
      <NeedsNetwork />
      <p>{text('change-lead')}</p>
      <FailureNotice failure={refused.length > 0 ? null : save.failure} />
      <PasswordField
        name="currentPassword"
        label={text('current')}
        error={errorOf('currentPassword')}
        value={currentPassword}
        onChange={setCurrent}
        autoComplete="current-password"
        {...labels}
      />
      <PasswordField
        name="password"
        label={text('new')}
        hint={text('rules')}
        error={errorOf('password')}
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        {...labels}
      />
    </StepPage>
  )
}
