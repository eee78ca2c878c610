import { type FieldError, TextField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { findCode } from '../shared/api/failure.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { EMPTY_DATE, PersonFields } from './person-fields.tsx'
import { readBornOn, readLogin } from './read-login.ts'
import { TEXTS } from './texts.ts'

export type RecoveryPerson = { readonly login: string; readonly bornOn: string; readonly formCode?: string }

type Props = {
  readonly title: string
  readonly lead: string
  readonly sendLabel: string
  readonly busy: boolean
  readonly failure: unknown
  readonly onAsk: (person: RecoveryPerson) => void
  /** A link to the way beside this one. */
  readonly otherWay: ReactNode
}

/** Number and birth date, the same for every way back. Who has to wait because strangers asked too often goes on with the form code. */
export const RecoveryForm = ({ title, lead, sendLabel, busy, failure, onAsk, otherWay }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [login, setLogin] = useState('')
  const [born, setBorn] = useState(EMPTY_DATE)
  const [formCode, setFormCode] = useState('')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.sentence
  const goOn = (): void => {
    const [read, bornOn, code] = [readLogin(login), readBornOn(born), formCode.trim()]
    const faults: FieldError[] = []
    if (!read.ok) faults.push({ field: 'login', sentence: text(read.code) })
    if (bornOn === null) faults.push({ field: 'born', sentence: text('born-wrong') })
    setErrors(faults)
    if (read.ok && bornOn !== null) onAsk({ login: read.login, bornOn, ...(code === '' ? {} : { formCode: code }) })
  }
  const aside = (
    <ul className="link-list">
      <li>{otherWay}</li>
      <li>
        <Link href="/dang-nhap/ma-tai-quay">{text('have-counter-code')}</Link>
      </li>
      <li>{text('lost-phone')}</li>
    </ul>
  )
  return (
    <StepPage title={title} backTo="/dang-nhap" errors={errors} busy={busy} nextLabel={sendLabel} onNext={goOn} aside={aside}>
      <p>{lead}</p>
      <FailureNotice failure={failure} />
      <PersonFields
        login={login}
        onLogin={setLogin}
        born={born}
        onBorn={(typed) => setBorn((now) => ({ ...now, ...typed }))}
        errorOf={errorOf}
      />
      {findCode(failure) === 'too-many' || formCode !== '' ? (
        <TextField
          name="formCode"
          label={text('form-code')}
          hint={text('form-code-hint')}
          width="medium"
          autoComplete="off"
          value={formCode}
          onChange={setFormCode}
        />
      ) : null}
    </StepPage>
  )
}
