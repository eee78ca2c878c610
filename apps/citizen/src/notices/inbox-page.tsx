import type { NoticeAnswer } from '@an-sinh/contract'
import { Button, formatDate, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, Redirect } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { groupByDay } from './group-by-day.ts'
import { TEXTS } from './texts.ts'

const NoticeList = ({ notices }: { readonly notices: readonly NoticeAnswer[] }): ReactNode => {
  const { language } = useLanguage()
  return groupByDay(notices).map(({ on, notices: ofDay }) => (
    <section key={on}>
      <h3>{formatDate(on, language)}</h3>
      <ul className="link-list">
        {ofDay.map(({ noticeId, title, isRead }) => (
          <li key={noticeId}>
            <Link href={`/ca-nhan/tin-nhan/${noticeId}`}>{isRead ? title[language] : <strong>{title[language]}</strong>}</Link>
          </li>
        ))}
      </ul>
    </section>
  ))
}

const ReadAll = (): ReactNode => {
  const text = useTexts(TEXTS)
  const queryClient = useQueryClient()
  const readAll = useAction(async () => {
    await call('POST /api/me/notice-readings', {})
    await queryClient.invalidateQueries({ queryKey: ['me', 'notices'] })
  })
  return (
    <>
      <FailureNotice failure={readAll.failure} />
      <div className="button-row">
        <Button kind="second" busy={readAll.busy} onClick={() => void readAll.run(undefined)}>
          {text('read-all')}
        </Button>
      </div>
    </>
  )
}

const Inbox = ({ unread, notices }: { readonly unread: number; readonly notices: readonly NoticeAnswer[] }): ReactNode => {
  const text = useTexts(TEXTS)
  const [fresh, read] = [notices.filter(({ isRead }) => !isRead), notices.filter(({ isRead }) => isRead)]
  if (notices.length === 0) return <p>{text('none')}</p>
  return (
    <>
      {fresh.length === 0 ? (
        <p>{text('all-read')}</p>
      ) : (
        <>
          <h2>{text('unread', { count: String(unread) })}</h2>
          <NoticeList notices={fresh} />
          {fresh.length > 1 ? <ReadAll /> : null}
        </>
      )}
      {read.length === 0 ? null : (
        <>
          <h2>{text('read')}</h2>
          <NoticeList notices={read} />
        </>
      )}
    </>
  )
}

/** Everything that was told, unread first, by day. */
export const InboxPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useQuery({ queryKey: ['me', 'notices'], queryFn: async () => call('GET /api/me/notices', {}), staleTime: 0 })
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('title')}>
      <p>{text('lead')}</p>
      <Loaded query={query}>{({ unread, notices }) => <Inbox unread={unread} notices={notices} />}</Loaded>
      <p>
        <Link href="/ca-nhan/tin-nhan/cai-dat">{text('choices-link')}</Link>
      </p>
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back-home')}
        </Link>
      </p>
    </Page>
  )
}
