import type { AccountStop } from '@an-sinh/contract'
import { parseOneTimeCode } from '@an-sinh/domain'
import { Button, formatInstant, Notice, PasswordField, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, Redirect } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { CodeEntry } from '../shared/page/code-entry.tsx'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { NeedsNetwork } from '../shared/online/needs-network.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { useCodeError } from '../shared/page/use-code-error.ts'
import { TEXTS } from './texts.ts'

type State = AnswerTo<'GET /api/me/account-stop'>
const KEY = ['me', 'account-stop']
const BACK = '/ca-nhan/dieu-chinh'

const Consequences = ({ hours }: { readonly hours: number }): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <>
      <h2>{text('what-title')}</h2>
      <ul>
        <li>{text('what-account', { hours })}</li>
        <li>{text('what-rights')}</li>
        <li>{text('what-data')}</li>
        <li>{text('what-card')}</li>
        <li>{text('what-back')}</li>
      </ul>
    </>
  )
}

/** It waits its day: when it stops, its paper, and the way to keep the account. */
const Waits = ({ open }: { readonly open: AccountStop }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const queryClient = useQueryClient()
  const cancel = useAction(async () => {
    await call('DELETE /api/me/account-stops/:stopId', { params: { stopId: open.stopId } })
    await queryClient.invalidateQueries({ queryKey: KEY })
  })
  return (
    <>
      <Notice kind="warning" live title={text('waits-title', { at: formatInstant(open.appliesAt, language) })}>
        <p>{text('waits-text', { number: open.fileNumber })}</p>
      </Notice>
      <FailureNotice failure={cancel.failure} />
      <p>
        <Button busy={cancel.busy} onClick={() => void cancel.run(undefined)}>
          {text('cancel')}
        </Button>
      </p>
      <p>
        <a href={`/api/me/account-stops/${open.stopId}/form`} target="_blank" rel="noreferrer">
          {text('form')}
        </a>
      </p>
    </>
  )
}

type CodeProps = { readonly password: string; readonly phone: string; readonly resendAt: string; readonly onResend: () => void }

/** The code, and with it the request. Its id is made once: pressed twice it is one. */
const CodeStep = ({ password, phone, resendAt, onResend }: CodeProps): ReactNode => {
  const text = useTexts(TEXTS)
  const queryClient = useQueryClient()
  const [stopId] = useState(() => crypto.randomUUID())
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(false)
  const [resent, setResent] = useState(false)
  const stop = useAction(async (parsed: string) => {
    await call('POST /api/me/account-stops', { body: { stopId, password, code: parsed } })
    await queryClient.invalidateQueries({ queryKey: KEY })
  })
  const error = useCodeError(wrong, stop.failure)
  const goOn = (): void => {
    const parsed = parseOneTimeCode(code)
    setWrong(parsed === null)
    if (parsed !== null) void stop.run(parsed)
  }
  return (
    <StepPage
      title={text('code-title')}
      place={{ step: 2, steps: 2 }}
      backTo={BACK}
      errors={error.atField === undefined ? [] : [{ field: 'code', sentence: error.atField }]}
      busy={stop.busy}
      nextLabel={text('stop')}
      onNext={goOn}
    >
      <p>{text('code-went', { to: phone })}</p>
      <CodeEntry
        code={code}
        onChange={setCode}
        error={error.atField}
        resendAt={resendAt}
        resent={resent}
        onResend={() => {
          setResent(true)
          onResend()
        }}
      />
      <FailureNotice failure={error.other} />
    </StepPage>
  )
}

const Asking = ({ state }: { readonly state: State }): ReactNode => {
  const text = useTexts(TEXTS)
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const [resendAt, setResendAt] = useState<string | null>(null)
  const send = useAction(async () => {
    const sent = await call('POST /api/me/account-stop/codes', { body: { password } })
    setResendAt(sent.resendAt)
  })
  if (resendAt !== null)
    return <CodeStep password={password} phone={state.phoneMasked} resendAt={resendAt} onResend={() => void send.run(undefined)} />
  const error = missing ? text('password-missing') : undefined
  return (
    <StepPage
      title={text('title')}
      place={{ step: 1, steps: 2 }}
      backTo={BACK}
      errors={error === undefined ? [] : [{ field: 'password', sentence: error }]}
      busy={send.busy}
      nextLabel={text('to-code')}
      onNext={() => {
        setMissing(password === '')
        if (password !== '') void send.run(undefined)
      }}
    >
      <NeedsNetwork />
      <p>{text('lead')}</p>
      <Consequences hours={state.holdHours} />
      <PasswordField
        name="password"
        label={text('password')}
        error={error}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        showLabel={text('show')}
        hideLabel={text('hide')}
      />
      <FailureNotice failure={send.failure} />
    </StepPage>
  )
}

/** Form 01 "ngừng": what will happen in plain words, password and code, a day to think again. */
export const AccountStopPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useQuery({ queryKey: KEY, queryFn: async () => call('GET /api/me/account-stop', {}), staleTime: 0 })
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  if (query.data !== undefined && query.data.open === null) return <Asking state={query.data} />
  return (
    <Page title={text('title')}>
      <NeedsNetwork />
      <Loaded query={query}>{({ open }) => (open === null ? null : <Waits open={open} />)}</Loaded>
      <p>
        <Link href={BACK} className="back-link">
          {text('back')}
        </Link>
      </p>
    </Page>
  )
}
