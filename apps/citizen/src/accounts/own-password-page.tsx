import { PASSWORD_RULE } from '@an-sinh/domain'
import { formatInstant, PasswordField, useLanguage, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../shared/api/call.ts'
import { Failure, findCode } from '../shared/api/failure.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { rememberMe } from './me.ts'
import { TEXTS } from './texts.ts'

type Props = { readonly ticket: AnswerTo<'POST /api/first-sign-ins'>; readonly login: string; readonly onExpired: () => void }

/** Length only: the block list and the person's own data are the server's to know. */
const faultOf = (password: string): 'password-too-short' | 'password-too-long' | null => {
  const length = Array.from(password.normalize('NFKC')).length
  if (length < PASSWORD_RULE.minLength) return 'password-too-short'
  return length > PASSWORD_RULE.maxLength ? 'password-too-long' : null
}

/** One's own password: the rules in words, no meter, no repetition, and a button that shows it. */
export const OwnPasswordPage = ({ ticket, login, onExpired }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<ReturnType<typeof faultOf>>(null)
  const save = useAction(async () => {
    rememberMe(queryClient, await call('POST /api/first-sign-ins/password', { body: { password } }))
    // The one time it is offered; where the device cannot, nobody is asked.
    const { hasPlatformLock } = await import('../shared/device/platform-lock.ts')
    navigate((await hasPlatformLock()) ? '/ca-nhan/tai-khoan/khoa-dang-nhap/them' : '/ca-nhan')
  })
  const goOn = (): void => {
    const found = faultOf(password)
    setFault(found)
    if (found === null) void save.run(undefined)
  }
  // What the server has against this password is told at its field, like what is seen here.
  const refusal = save.failure instanceof Failure && findCode(save.failure)?.startsWith('password-') === true ? save.failure.refusal : null
  const error = fault === null ? (refusal === null ? undefined : `${refusal.sentence} ${refusal.nextStep}`) : text(fault)
  return (
    <StepPage
      title={text('own-title')}
      backTo="/dang-nhap"
      errors={error === undefined ? [] : [{ field: 'password', sentence: error }]}
      busy={save.busy}
      nextLabel={text('own-save')}
      onNext={goOn}
    >
      <p>{text('own-lead', { name: ticket.fullName })}</p>
      <p className="quiet">{text('own-until', { at: formatInstant(ticket.expiresAt, language) })}</p>
      <FailureNotice
        failure={refusal === null ? save.failure : null}
        onRetry={findCode(save.failure) === 'ticket-run-out' ? onExpired : undefined}
      />
      {/* For the password keeper of the phone: whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <PasswordField
        name="password"
        label={text('own-password')}
        hint={text('own-rules')}
        error={error}
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        showLabel={text('show')}
        hideLabel={text('hide')}
      />
    </StepPage>
  )
}
