import { formatInstant, Tabs, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, Redirect, useLocation, useSearch } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { useSubject } from '../shared/profile/profile.ts'
import { BenefitItem } from './benefit-item.tsx'
import { MonthlyItem } from './monthly-item.tsx'
import { TEXTS } from './texts.ts'

type Answer = AnswerTo<'GET /api/me/benefits'>

const TABS = [
  { slug: 'mot-lan', tab: 'lumpSum' },
  { slug: 'om-dau-thai-san', tab: 'sicknessMaternity' },
  { slug: 'hang-thang', tab: 'monthly' },
  { slug: 'that-nghiep', tab: 'unemployment' },
] as const
type Tab = (typeof TABS)[number]['tab']

const Lines = ({ answer, tab }: { readonly answer: Answer; readonly tab: Tab }): ReactNode => {
  const text = useTexts(TEXTS)
  if (answer[tab].length === 0) return <p>{text(`none-${tab}`)}</p>
  return (
    <ul className="link-list">
      {tab === 'monthly'
        ? answer.monthly.map((monthly) => <MonthlyItem key={monthly.decision?.benefitId ?? monthly.decisionNumber} monthly={monthly} />)
        : answer[tab].map((benefit) => <BenefitItem key={benefit.benefitId} benefit={benefit} />)}
    </ul>
  )
}

/** What was granted, in the four tabs people know; the address keeps the tab. */
export const BenefitsPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [, navigate] = useLocation()
  const slug = new URLSearchParams(useSearch()).get('loai')
  const { slug: current, tab } = TABS.find((one) => one.slug === slug) ?? TABS[0]
  const subject = useSubject()
  const query = useQuery({
    queryKey: [...subject.key, 'benefits'],
    queryFn: async () => call('GET /api/me/benefits', { query: subject.query }),
  })
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('title')}>
      <Tabs
        label={text('title')}
        tabs={TABS.map((one) => ({ id: one.slug, label: text(`tab-${one.tab}`) }))}
        current={current}
        onChange={(to) => navigate(`/ca-nhan/quyen-loi?${new URLSearchParams({ loai: to }).toString()}`, { replace: true })}
      >
        <h2>{text(`heading-${tab}`)}</h2>
        <Loaded query={query}>
          {(answer) => (
            <>
              <Lines answer={answer} tab={tab} />
              <p className="quiet">{text('as-of', { at: formatInstant(answer.asOf, language) })}</p>
            </>
          )}
        </Loaded>
      </Tabs>
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back-home')}
        </Link>
      </p>
    </Page>
  )
}
