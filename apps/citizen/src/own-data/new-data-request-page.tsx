import { Button, ChoiceField, ErrorSummary, TextAreaField, useLanguage, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { Link, Redirect, useLocation } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import type { AnswerTo, RequestTo } from '../shared/api/routes.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { BackLink } from './back-link.tsx'
import { TEXTS } from './texts.ts'
import { DATA_REQUESTS_KEY, useDataRequests } from './use-data-requests.ts'

type Kind = RequestTo<'POST /api/me/data-requests'>['body']['kind']
const LONGEST = 1000

/** What the person can do by themselves needs no office. */
const SelfService = ({ kind }: { readonly kind: Kind | null }): ReactNode => {
  const text = useTexts(TEXTS)
  if (kind === 'copy' || kind === 'view') return <Link href="/ca-nhan/du-lieu/ban-sao">{text('new-self-copy')}</Link>
  if (kind === 'withdraw-consent') return <Link href="/ca-nhan/du-lieu/dong-y">{text('new-self-consent')}</Link>
  return null
}

const RequestForm = ({ kinds }: Pick<AnswerTo<'GET /api/me/data-requests'>, 'kinds'>): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const [requestId] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<Kind | null>(null)
  const [what, setWhat] = useState('')
  const [attempt, setAttempt] = useState(0)
  const send = useAction(async (chosen: Kind) => {
    await call('POST /api/me/data-requests', { body: { requestId, kind: chosen, what } })
    await queryClient.invalidateQueries({ queryKey: DATA_REQUESTS_KEY })
    navigate(`/ca-nhan/du-lieu/yeu-cau/${requestId}`, { replace: true })
  })
  const errors = attempt > 0 && kind === null ? [{ field: 'kind', sentence: text('new-kind-missing') }] : []
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (kind !== null) void send.run(kind)
  }
  return (
    <>
      <ErrorSummary title={text('new-errors')} errors={errors} attempt={attempt} />
      <form noValidate onSubmit={onSubmit}>
        <ChoiceField
          name="kind"
          label={text('new-kind')}
          error={errors[0]?.sentence}
          choices={kinds.map((one) => ({
            value: one.kind,
            label: one.sentence[language],
            hint: text('new-kind-days', { days: String(one.days) }),
          }))}
          value={kind}
          onChange={setKind}
        />
        <SelfService kind={kind} />
        <TextAreaField
          name="what"
          label={text('new-what')}
          hint={text('new-what-hint')}
          maxLength={LONGEST}
          value={what}
          onChange={setWhat}
        />
        <FailureNotice failure={send.failure} />
        <Button type="submit" busy={send.busy}>
          {text('new-send')}
        </Button>
      </form>
    </>
  )
}

/** One choice, and what the person would like to add. */
export const NewDataRequestPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useDataRequests()
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('new-title')}>
      <Loaded query={query}>{({ kinds }) => <RequestForm kinds={kinds} />}</Loaded>
      <BackLink to="back-requests" />
    </Page>
  )
}
