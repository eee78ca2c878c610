import { DateField, type FieldError, Notice, useTexts } from '@an-sinh/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Page } from '../shared/page/page.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { OwnPasswordPage } from './own-password-page.tsx'
import { EMPTY_DATE } from './person-fields.tsx'
import { readBornOn } from './read-login.ts'
import { TEXTS } from './texts.ts'

const NoSecret = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Page title={text('link-title')}>
      <Notice kind="warning" title={text('link-broken-title')}>
        <p>{text('link-broken-text')}</p>
      </Notice>
      <p>
        <Link href="/dang-nhap/qua-thu" className="button">
          {text('email-again')}
        </Link>
      </p>
    </Page>
  )
}

/** The link from the e-mail: its secret stands behind the # and is taken out of the address at once; the birth date opens it. */
export const OpenedLinkPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [secret] = useState(() => location.hash.slice(1))
  const [born, setBorn] = useState(EMPTY_DATE)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [ticket, setTicket] = useState<AnswerTo<'POST /api/email-link-openings'> | null>(null)
  useEffect(() => history.replaceState(history.state, '', location.pathname), [])
  const open = useAction(async (bornOn: string) => setTicket(await call('POST /api/email-link-openings', { body: { secret, bornOn } })))
  const goOn = (): void => {
    const bornOn = readBornOn(born)
    setErrors(bornOn === null ? [{ field: 'born', sentence: text('born-wrong') }] : [])
    if (bornOn !== null) void open.run(bornOn)
  }
  if (secret === '') return <NoSecret />
  if (ticket !== null) return <OwnPasswordPage ticket={ticket} login="" onExpired={() => setTicket(null)} />
  return (
    <StepPage
      title={text('link-title')}
      backTo="/dang-nhap"
      errors={errors}
      busy={open.busy}
      nextLabel={text('first-next')}
      onNext={goOn}
      aside={<Link href="/dang-nhap/qua-thu">{text('email-again')}</Link>}
    >
      <p>{text('link-lead')}</p>
      <FailureNotice failure={open.failure} />
      <DateField
        name="born"
        label={text('born')}
        hint={text('born-hint')}
        error={errors[0]?.sentence}
        labels={{ day: text('day'), month: text('month'), year: text('year') }}
        autoComplete="bday"
        value={born}
        onChange={(typed) => setBorn((now) => ({ ...now, ...typed }))}
      />
    </StepPage>
  )
}
