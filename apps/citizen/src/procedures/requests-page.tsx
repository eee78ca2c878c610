import { formatDate, formatInstant, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link, Redirect } from 'wouter'
import { findCode } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { StateTag } from './state-tag.tsx'
import { TEXTS } from './texts.ts'
import { useRequests } from './use-requests.ts'

/** Every request with its number, where it stands and until when it is answered. */
export const RequestsPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const query = useRequests()
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('list-title')}>
      <p>{text('list-lead')}</p>
      <Loaded query={query}>
        {(requests) =>
          requests.length === 0 ? (
            <p>{text('list-none')}</p>
          ) : (
            <ul className="link-list">
              {requests.map((request) => (
                <li key={request.requestId} className="spell">
                  <p>
                    <strong>{request.fileNumber}</strong> <StateTag request={request} />
                  </p>
                  <p>{request.line.title[language]}</p>
                  <p>{request.problemSentence[language]}</p>
                  <p className="quiet">
                    {text('sent', { at: formatInstant(request.sentAt, language) })}
                    {request.isOpen ? `. ${text('due', { on: formatDate(request.dueOn, language) })}` : null}
                  </p>
                  <Link href={`/ca-nhan/yeu-cau/${request.requestId}`}>
                    {text('open')}
                    <span className="visually-hidden"> {request.fileNumber}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back-home')}
        </Link>
      </p>
    </Page>
  )
}
