import { formatDate, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, Redirect, useSearch } from 'wouter'
import { todayInVietNam } from '../shared/answers/today.ts'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { useSubject } from '../shared/profile/profile.ts'
import { findBranch, toAddress } from './branches.ts'
import { MonthItem } from './month-item.tsx'
import { TEXTS } from './texts.ts'

/** One year of a branch, month by month, and the years beside it. */
export const MonthsPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const search = new URLSearchParams(useSearch())
  const { slug, branch } = findBranch(search.get('nhanh'))
  const thisYear = todayInVietNam().slice(0, 4)
  const [year, knownOn] = [search.get('nam') ?? thisYear, search.get('ngay')]
  const subject = useSubject()
  const query = useQuery({
    queryKey: [...subject.key, 'participation-months', branch, year, knownOn],
    queryFn: async () =>
      call('GET /api/me/participation/months', { query: { ...subject.query, branch, year, ...(knownOn === null ? {} : { knownOn }) } }),
  })
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  const toYear = (other: number): string => toAddress('/thang', { nhanh: slug, nam: String(other), ngay: knownOn })
  return (
    <Page title={text('months-title', { branch: text(`tab-${branch}`), year })}>
      {knownOn === null ? null : <p className="quiet">{text('known-title', { on: formatDate(knownOn, language) })}</p>}
      <nav className="year-row" aria-label={text('years')}>
        <Link href={toYear(Number(year) - 1)} className="button button-second">
          {text('year-before', { year: Number(year) - 1 })}
        </Link>
        {year < thisYear ? (
          <Link href={toYear(Number(year) + 1)} className="button button-second">
            {text('year-after', { year: Number(year) + 1 })}
          </Link>
        ) : null}
      </nav>
      <Loaded query={query}>
        {({ months }) =>
          months.length === 0 ? (
            <p>{text('months-none')}</p>
          ) : (
            <ul className="link-list">
              {months.map((month) => (
                <MonthItem key={month.month} month={month} isHealth={branch === 'health'} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <p>
        <Link href={toAddress('', { nhanh: slug, ngay: knownOn })} className="back-link">
          {text('back-participation')}
        </Link>
      </p>
    </Page>
  )
}
