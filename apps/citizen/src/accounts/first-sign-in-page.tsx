import { type FieldError, PasswordField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { OwnPasswordPage } from './own-password-page.tsx'
import { EMPTY_DATE, PersonFields } from './person-fields.tsx'
import { readBornOn, readLogin } from './read-login.ts'
import { TEXTS } from './texts.ts'

type Ticket = AnswerTo<'POST /api/first-sign-ins'>

const ResendLink = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <p>
      <Link href="/dang-nhap/gui-lai" className="back-link">
        {text('first-resend')}
      </Link>
    </p>
  )
}

/** A code from the counter is a first password on paper. Number, first password and birth date together open ten minutes to set one's own password. */
export const FirstSignInPage = ({ from }: { readonly from: 'sms' | 'counter' }): ReactNode => {
  const text = useTexts(TEXTS)
  const [login, setLogin] = useState('')
  const [firstPassword, setFirstPassword] = useState('')
  const [born, setBorn] = useState(EMPTY_DATE)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [ticket, setTicket] = useState<Ticket | null>(null)
  const prove = useAction(async (body: { login: string; firstPassword: string; bornOn: string }) =>
    setTicket(await call('POST /api/first-sign-ins', { body })),
  )
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.sentence
  const goOn = (): void => {
    const [read, bornOn] = [readLogin(login), readBornOn(born)]
    const faults: FieldError[] = []
    if (!read.ok) faults.push({ field: 'login', sentence: text(read.code) })
    if (firstPassword.trim() === '') faults.push({ field: 'firstPassword', sentence: text(`${from}-empty`) })
    if (bornOn === null) faults.push({ field: 'born', sentence: text('born-wrong') })
    setErrors(faults)
    if (read.ok && bornOn !== null && faults.length === 0)
      void prove.run({ login: read.login, firstPassword: firstPassword.trim(), bornOn })
  }
  if (ticket !== null) return <OwnPasswordPage ticket={ticket} login={login} onExpired={() => setTicket(null)} />
  return (
    <StepPage
      title={text(`${from}-title`)}
      backTo="/dang-nhap"
      errors={errors}
      busy={prove.busy}
      nextLabel={text('first-next')}
      onNext={goOn}
      aside={from === 'sms' ? <ResendLink /> : <p>{text('counter-again')}</p>}
    >
      <p>{text(`${from}-lead`)}</p>
      <FailureNotice failure={prove.failure} />
      <PersonFields
        login={login}
        onLogin={setLogin}
        born={born}
        onBorn={(typed) => setBorn((now) => ({ ...now, ...typed }))}
        errorOf={errorOf}
      >
        <PasswordField
          name="firstPassword"
          label={text(`${from}-password`)}
          hint={text(`${from}-hint`)}
          error={errorOf('firstPassword')}
          value={firstPassword}
          onChange={setFirstPassword}
          autoComplete="one-time-code"
          showLabel={text('show')}
          hideLabel={text('hide')}
        />
      </PersonFields>
    </StepPage>
  )
}
