import type { NoticeAnswer } from '@an-sinh/contract'
import { formatInstant, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { Link, Redirect } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { ReadAloud } from '../shared/speech/read-aloud.tsx'
import { TEXTS } from './texts.ts'

type Answer = AnswerTo<'GET /api/me/notices/:noticeId'>
type Screen = NonNullable<NoticeAnswer['screen']>

const ADDRESSES: Readonly<Record<Screen, string>> = {
  registrations: '/ho-so',
  devices: '/ca-nhan/thiet-bi',
  requests: '/ca-nhan/yeu-cau',
  card: '/ca-nhan/the',
  visits: '/ca-nhan/so-kham',
  participation: '/ca-nhan/qua-trinh',
  statements: '/ca-nhan/giay-xac-nhan',
  dependants: '/ca-nhan/nguoi-phu-thuoc',
  'data-copies': '/ca-nhan/du-lieu/ban-sao',
  'data-requests': '/ca-nhan/du-lieu/yeu-cau',
  tickets: '/ho-tro/phieu',
}
/** Screens that show one thing by its id. */
const BY_ID: ReadonlySet<Screen> = new Set(['requests', 'visits', 'data-requests', 'tickets'])

const Deliveries = ({ deliveries }: Pick<Answer, 'deliveries'>): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <>
      <h2>{text('deliveries')}</h2>
      {deliveries.length === 0 ? (
        <p className="quiet">{text('deliveries-none')}</p>
      ) : (
        <ul>
          {deliveries.map(({ channel, state, at }) => (
            <li key={`${channel} ${at}`}>
              {text(`channel-${channel}`)}: {text(`state-${state}`, { at: formatInstant(at, language) })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const Notice = ({ notice, deliveries }: Answer): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const queryClient = useQueryClient()
  const { noticeId, isRead, screen, subjectId } = notice
  // Opened is read. Should it not arrive, it is asked for again at the next opening.
  useEffect(() => {
    if (isRead) return
    call('POST /api/me/notices/:noticeId/reading', { params: { noticeId } })
      .then(() => queryClient.invalidateQueries({ queryKey: ['me', 'unread'] }))
      .catch(() => undefined)
  }, [noticeId, isRead, queryClient])
  return (
    <>
      <p className="quiet">{formatInstant(notice.toldAt, language)}</p>
      {notice.body[language].split('\n\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {screen === null ? null : (
        <p>
          <Link href={subjectId !== null && BY_ID.has(screen) ? `${ADDRESSES[screen]}/${subjectId}` : ADDRESSES[screen]} className="button">
            {text(`open-${screen}`)}
          </Link>
        </p>
      )}
      <ReadAloud text={`${notice.title[language]}\n\n${notice.body[language]}`} />
      <Deliveries deliveries={deliveries} />
    </>
  )
}

/** One notice: its words, the screen it is about, and whether it also came by other ways. */
export const NoticePage = ({ noticeId }: { readonly noticeId: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const query = useQuery({
    queryKey: ['me', 'notice', noticeId],
    queryFn: async () => call('GET /api/me/notices/:noticeId', { params: { noticeId } }),
  })
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={query.data?.notice.title[language] ?? text('one-title')}>
      <Loaded query={query}>{(answer) => <Notice {...answer} />}</Loaded>
      <p>
        <Link href="/ca-nhan/tin-nhan" className="back-link">
          {text('back-list')}
        </Link>
      </p>
    </Page>
  )
}
