import { formatInstant, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, Redirect } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { TEXTS } from './texts.ts'

/** Who looked at or changed one's data, when and why. */
export const AccessesPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const query = useQuery({
    queryKey: ['me', 'accesses'],
    queryFn: async () => (await call('GET /api/me/accesses', {})).accesses,
    staleTime: 0,
  })
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('accesses-title')}>
      <p>{text('accesses-lead')}</p>
      <Loaded query={query}>
        {(accesses) =>
          accesses.length === 0 ? (
            <p>{text('accesses-none')}</p>
          ) : (
            <ul className="link-list">
              {accesses.map(({ at, who, action, officeName }) => (
                <li key={`${at} ${who} ${action}`} className="spell">
                  <p>
                    <strong>{formatInstant(at, language)}</strong> – {who}
                    {officeName === null ? '' : `, ${officeName}`}
                  </p>
                  <p>{action}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <p>{text('accesses-wrong')}</p>
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back-home')}
        </Link>
      </p>
    </Page>
  )
}
