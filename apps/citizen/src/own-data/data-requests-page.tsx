import { formatDate, formatInstant, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link, Redirect } from 'wouter'
import { findCode } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { BackLink } from './back-link.tsx'
import { DataRequestState } from './data-request-state.tsx'
import { TEXTS } from './texts.ts'
import { useDataRequests } from './use-data-requests.ts'

/** Every request with its number, where it stands and until when it is answered and done. */
export const DataRequestsPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const query = useDataRequests()
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('requests-title')}>
      <Loaded query={query}>
        {({ requests, answerWorkingDays, isChecked }) => (
          <>
            <p>{text('requests-lead', { days: String(answerWorkingDays) })}</p>
            {isChecked ? null : <p className="quiet">{text('requests-unchecked')}</p>}
            <p>
              <Link href="/ca-nhan/du-lieu/yeu-cau/moi" className="button">
                {text('requests-new')}
              </Link>
            </p>
            {requests.length === 0 ? <p>{text('requests-none')}</p> : null}
            <ul className="link-list">
              {requests.map((request) => (
                <li key={request.requestId} className="spell">
                  <p>
                    <strong>{request.fileNumber}</strong> <DataRequestState request={request} />
                  </p>
                  <Link href={`/ca-nhan/du-lieu/yeu-cau/${request.requestId}`}>{request.kindSentence[language]}</Link>
                  <p className="quiet">
                    {text('requests-sent', { at: formatInstant(request.sentAt, language) })}
                    {request.isOpen ? `. ${text('requests-due', { on: formatDate(request.dueOn, language) })}` : null}
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <BackLink to="back-hub" />
    </Page>
  )
}
