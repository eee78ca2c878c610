import type { DataRequest } from '@an-sinh/contract'
import { Button, ConfirmDialog, Facts, formatDate, formatInstant, useLanguage, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Redirect, useParams } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { BackLink } from './back-link.tsx'
import { TEXTS } from './texts.ts'
import { DATA_REQUESTS_KEY, useDataRequests } from './use-data-requests.ts'

/** Taking back is asked twice: it cannot be undone. */
const Withdrawal = ({ requestId }: { readonly requestId: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const queryClient = useQueryClient()
  const [asks, setAsks] = useState(false)
  const withdraw = useAction(async () => {
    await call('POST /api/me/data-requests/:requestId/withdrawal', { params: { requestId } })
    await queryClient.invalidateQueries({ queryKey: DATA_REQUESTS_KEY })
    setAsks(false)
  })
  return (
    <>
      <FailureNotice failure={withdraw.failure} />
      <Button kind="second" onClick={() => setAsks(true)}>
        {text('requests-withdraw')}
      </Button>
      <ConfirmDialog
        open={asks}
        title={text('requests-withdraw-title')}
        confirmLabel={text('requests-withdraw')}
        cancelLabel={text('requests-withdraw-keep')}
        busy={withdraw.busy}
        onConfirm={() => void withdraw.run(undefined)}
        onCancel={() => setAsks(false)}
      >
        <p>{text('requests-withdraw-text')}</p>
      </ConfirmDialog>
    </>
  )
}

const Details = ({ request }: { readonly request: DataRequest }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <>
      <p className="lead">{request.kindSentence[language]}</p>
      <ol className="timeline">
        {request.moves.map(({ state, sentence, note, at }) => (
          <li key={`${state} ${at}`}>
            <strong>{sentence[language]}</strong>
            <br />
            {formatInstant(at, language)}
            {note === '' ? null : <p>{note}</p>}
          </li>
        ))}
        {request.state === 'received' ? (
          <li className="timeline-next">{text('requests-answer-by', { on: formatDate(request.answerBy, language) })}</li>
        ) : null}
        {request.isOpen ? <li className="timeline-next">{text('requests-due', { on: formatDate(request.dueOn, language) })}</li> : null}
      </ol>
      <Facts
        facts={[
          { label: text('requests-office'), value: request.officeName },
          { label: text('requests-phone'), value: request.officePhone },
          { label: text('requests-what'), value: request.what === '' ? null : request.what },
        ]}
      />
      {request.isOpen ? <Withdrawal requestId={request.requestId} /> : null}
    </>
  )
}

/** One request: where it stands, both dates of the law, and the way to take it back. */
export const DataRequestPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { requestId } = useParams<{ requestId: string }>()
  const query = useDataRequests()
  const request = query.data?.requests.find((one) => one.requestId === requestId)
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={request?.fileNumber ?? text('requests-title')}>
      <Loaded query={query}>{() => (request === undefined ? <p>{text('requests-unknown')}</p> : <Details request={request} />)}</Loaded>
      <BackLink to="back-requests" />
    </Page>
  )
}
