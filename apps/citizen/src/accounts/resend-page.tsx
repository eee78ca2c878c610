import { parseOneTimeCode } from '@an-sinh/domain'
import { useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { CodeEntry } from '../shared/page/code-entry.tsx'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Page } from '../shared/page/page.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useCodeError } from '../shared/page/use-code-error.ts'
import { useAction } from '../shared/page/use-action.ts'
import { RecoveryForm, type RecoveryPerson } from './recovery-form.tsx'
import { TEXTS } from './texts.ts'

type Sent = AnswerTo<'POST /api/first-password-requests'>

const DonePage = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Page title={text('resend-done-title')}>
      <p>{text('resend-done-text')}</p>
      <p>
        <Link href="/dang-nhap/lan-dau" className="button">
          {text('sms-title')}
        </Link>
      </p>
    </Page>
  )
}

const CodePage = ({ person, first }: { readonly person: RecoveryPerson; readonly first: Sent }): ReactNode => {
  const text = useTexts(TEXTS)
  const [sent, setSent] = useState(first)
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(false)
  const [done, setDone] = useState(false)
  const resend = useAction(async () => setSent(await call('POST /api/first-password-requests', { body: person })))
  const prove = useAction(async (parsed: string) => {
    await call('POST /api/first-password-requests/:requestId/proof', { params: { requestId: sent.requestId }, body: { code: parsed } })
    setDone(true)
  })
  const goOn = (): void => {
    const parsed = parseOneTimeCode(code)
    setWrong(parsed === null)
    if (parsed !== null) void prove.run(parsed)
  }
  const error = useCodeError(wrong, prove.failure)
  if (done) return <DonePage />
  return (
    <StepPage
      title={text('resend-title')}
      backTo="/dang-nhap"
      errors={error.atField === undefined ? [] : [{ field: 'code', sentence: error.atField }]}
      busy={prove.busy}
      nextLabel={text('resend-prove')}
      onNext={goOn}
    >
      <p>{text('resend-code-lead')}</p>
      <CodeEntry
        code={code}
        onChange={setCode}
        error={error.atField}
        resendAt={sent.resendAt}
        resent={sent !== first}
        onResend={() => void resend.run(undefined)}
      />
      <FailureNotice failure={error.other ?? resend.failure} />
    </StepPage>
  )
}

/** A new first password without a visit: number, birth date and a code to the registered phone. */
export const ResendPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [asked, setAsked] = useState<{ readonly person: RecoveryPerson; readonly sent: Sent } | null>(null)
  const ask = useAction(async (person: RecoveryPerson) =>
    setAsked({ person, sent: await call('POST /api/first-password-requests', { body: person }) }),
  )
  if (asked !== null) return <CodePage person={asked.person} first={asked.sent} />
  return (
    <RecoveryForm
      title={text('resend-title')}
      lead={text('resend-lead')}
      sendLabel={text('resend-send')}
      busy={ask.busy}
      failure={ask.failure}
      onAsk={(person) => void ask.run(person)}
      otherWay={<Link href="/dang-nhap/qua-thu">{text('email-instead')}</Link>}
    />
  )
}
