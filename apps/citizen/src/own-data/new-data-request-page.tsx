import { Button, ChoiceField, ErrorSummary, TextAreaField, useLanguage, useTexts, Waiting } from '@an-sinh/ui'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { Link, Redirect, useSearch } from 'wouter'
import { findCode } from '../shared/api/failure.ts'
import type { AnswerTo, RequestTo } from '../shared/api/routes.ts'
import { LetterRefusal } from '../shared/outbox/letter-refusal.tsx'
import { useKeptForm } from '../shared/outbox/use-kept-form.ts'
import { usePosting } from '../shared/outbox/use-posting.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { BackLink } from './back-link.tsx'
import { TEXTS } from './texts.ts'
import { DATA_REQUESTS_KEY, useDataRequests } from './use-data-requests.ts'

type Body = RequestTo<'POST /api/me/data-requests'>['body']
type Kind = Body['kind']
type Kinds = AnswerTo<'GET /api/me/data-requests'>['kinds']
type Form = { readonly kind: Kind | null; readonly what: string }

const LONGEST = 1000
const HERE = '/ca-nhan/du-lieu/yeu-cau'
const EMPTY: Form = { kind: null, what: '' }

/** What the person can do by themselves needs no office. */
const SelfService = ({ kind }: { readonly kind: Kind | null }): ReactNode => {
  const text = useTexts(TEXTS)
  if (kind === 'copy' || kind === 'view') return <Link href="/ca-nhan/du-lieu/ban-sao">{text('new-self-copy')}</Link>
  if (kind === 'withdraw-consent') return <Link href="/ca-nhan/du-lieu/dong-y">{text('new-self-consent')}</Link>
  return null
}

/** Kept as it is typed; one id for one intent: sent again after a lost answer it is still one request. */
const useForm = () => {
  const letterId = new URLSearchParams(useSearch()).get('thu')
  const [requestId] = useState(() => letterId ?? crypto.randomUUID())
  const kept = useKeptForm<Form>({ name: 'data-request', empty: EMPTY, letterId, fromBody: ({ kind, what }: Body) => ({ kind, what }) })
  return { requestId, ...kept, posting: usePosting<'data-request'>(DATA_REQUESTS_KEY, kept.forget) }
}

const RequestForm = ({ kinds }: { readonly kinds: Kinds }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [attempt, setAttempt] = useState(0)
  const { requestId, form, change, posting } = useForm()
  if (form === null) return <Waiting label={text('new-title')} />
  const { kind, what } = form
  const chosen = kinds.find((one) => one.kind === kind)
  const errors = attempt > 0 && chosen === undefined ? [{ field: 'kind', sentence: text('new-kind-missing') }] : []
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (chosen === undefined) return
    void posting.run({
      letterId: requestId,
      kind: 'data-request',
      title: chosen.sentence[language],
      body: { requestId, kind: chosen.kind, what },
      resultAt: `${HERE}/${requestId}`,
      editAt: `${HERE}/moi?thu=${requestId}`,
    })
  }
  const choices = kinds.map((one) => ({
    value: one.kind,
    label: one.sentence[language],
    hint: text('new-kind-days', { days: String(one.days) }),
  }))
  return (
    <>
      <ErrorSummary title={text('new-errors')} errors={errors} attempt={attempt} />
      <form noValidate onSubmit={onSubmit}>
        <ChoiceField
          name="kind"
          label={text('new-kind')}
          error={errors[0]?.sentence}
          choices={choices}
          value={kind}
          onChange={(value) => change({ kind: value })}
        />
        <SelfService kind={kind} />
        <TextAreaField
          name="what"
          label={text('new-what')}
          hint={text('new-what-hint')}
          maxLength={LONGEST}
          value={what}
          onChange={(value) => change({ what: value })}
        />
        <LetterRefusal letter={posting.refused} />
        <FailureNotice failure={posting.failure} />
        <Button type="submit" busy={posting.busy}>
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
