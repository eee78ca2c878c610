import type { CorrectionRequest } from '@an-sinh/contract'
import { Button, ConfirmDialog, Facts, formatDate, formatInstant, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, Redirect, useParams } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { AdditionForm } from './addition-form.tsx'
import { TEXTS } from './texts.ts'
import { REQUESTS_KEY, useRequests } from './use-requests.ts'

const Timeline = ({ request }: { readonly request: CorrectionRequest }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <>
      <h2>{text('timeline')}</h2>
      <ol className="timeline">
        {request.moves.map(({ state, sentence, at, reason, said }) => (
          <li key={`${state} ${at}`}>
            <strong>{sentence[language]}</strong>
            <br />
            {formatInstant(at, language)}
            {reason === null ? null : (
              <p>
                {reason.sentence[language]} {reason.nextStep[language]}
              </p>
            )}
            {said === '' ? null : <p className="said">“{said}”</p>}
          </li>
        ))}
        {request.isOpen && request.state !== 'waiting' ? (
          <li className="timeline-next">
            {text('waits')}
            <br />
            {text('due', { on: formatDate(request.dueOn, language) })}
          </li>
        ) : null}
      </ol>
    </>
  )
}

/** Taking back is asked twice: it cannot be undone. */
const Withdrawal = ({ requestId }: { readonly requestId: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const queryClient = useQueryClient()
  const [asks, setAsks] = useState(false)
  const withdraw = useAction(async () => {
    await call('POST /api/me/correction-requests/:requestId/withdrawal', { params: { requestId } })
    await queryClient.invalidateQueries({ queryKey: REQUESTS_KEY })
    setAsks(false)
  })
  return (
    <>
      <FailureNotice failure={withdraw.failure} />
      <Button kind="second" onClick={() => setAsks(true)}>
        {text('withdraw')}
      </Button>
      <ConfirmDialog
        open={asks}
        title={text('withdraw-title')}
        confirmLabel={text('withdraw')}
        cancelLabel={text('withdraw-keep')}
        busy={withdraw.busy}
        onConfirm={() => void withdraw.run(undefined)}
        onCancel={() => setAsks(false)}
      >
        <p>{text('withdraw-text')}</p>
      </ConfirmDialog>
    </>
  )
}

const RequestDetails = ({ request }: { readonly request: CorrectionRequest }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { line, wanted, officeName, dueOn, fileNumber } = request
  const wordsOf = (field: string, value: string): string => {
    if (request.purpose !== 'adjust') return value
    if (field === 'bornOn') return formatDate(value, language)
    return value === 'male' || value === 'female' ? text(value) : field === 'portrait' ? text('new-portrait') : value
  }
  const labelOf = (field: string): string => line.facts.find((fact) => fact.field === field)?.label[language] ?? field
  return (
    <>
      {request.state === 'received' ? (
        <Notice kind="good" title={text('sent-title')}>
          <p>{text('sent-text', { number: fileNumber, office: officeName, on: formatDate(dueOn, language) })}</p>
        </Notice>
      ) : null}
      <Timeline request={request} />
      {request.state === 'waiting' ? <AdditionForm requestId={request.requestId} fileNumber={fileNumber} /> : null}
      {request.purpose === 'adjust' ? (
        <p>
          <a href={`/api/me/adjust-requests/${request.requestId}/form`} target="_blank" rel="noreferrer">
            {text('form-01')}
          </a>
        </p>
      ) : null}
      <Facts
        facts={[
          { label: text('office'), value: officeName },
          { label: text('phone'), value: request.officePhone },
          { label: text('problem-label'), value: request.problemSentence[language] },
          { label: text('what-label'), value: request.what },
        ]}
      />
      {wanted.length === 0 ? null : (
        <>
          <h2>{text('right')}</h2>
          <Facts facts={wanted.map(({ field, value }) => ({ label: labelOf(field), value: wordsOf(field, value) }))} />
        </>
      )}
      <details>
        <summary>{text('shown')}</summary>
        <p>{line.title[language]}</p>
        <Facts facts={line.facts.map(({ label, value }) => ({ label: label[language], value: value[language] }))} />
      </details>
      {request.isOpen ? <Withdrawal requestId={request.requestId} /> : null}
    </>
  )
}

/** One request: receipt, progress, what was sent, and the way to take it back. */
export const RequestPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { requestId } = useParams<{ requestId: string }>()
  const query = useRequests()
  const request = query.data?.find((one) => one.requestId === requestId)
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={request === undefined ? text('list-title') : text('one-title', { number: request.fileNumber })}>
      <Loaded query={query}>{() => (request === undefined ? <p>{text('unknown')}</p> : <RequestDetails request={request} />)}</Loaded>
      <p>
        <Link href="/ca-nhan/yeu-cau" className="back-link">
          {text('back-list')}
        </Link>
      </p>
    </Page>
  )
}
