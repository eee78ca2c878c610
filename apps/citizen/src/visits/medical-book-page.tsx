import { Tabs, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, Redirect, useLocation } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { useSubject } from '../shared/profile/profile.ts'
import { PaperList } from './paper-list.tsx'
import { TEXTS } from './texts.ts'
import { VisitList } from './visit-list.tsx'

const VisitsTab = (): ReactNode => {
  const [year, setYear] = useState<number | null>(null)
  const subject = useSubject()
  const query = useQuery({
    queryKey: [...subject.key, 'visits', year],
    queryFn: async () => call('GET /api/me/visits', { query: { ...subject.query, ...(year === null ? {} : { year: String(year) }) } }),
  })
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return <Loaded query={query}>{(list) => <VisitList list={list} onYear={setYear} />}</Loaded>
}

const PapersTab = (): ReactNode => {
  const text = useTexts(TEXTS)
  const subject = useSubject()
  const query = useQuery({
    queryKey: [...subject.key, 'medical-papers'],
    queryFn: async () => call('GET /api/me/medical-papers', { query: subject.query }),
  })
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <>
      <h2 className="visually-hidden">{text('tab-papers')}</h2>
      <Loaded query={query}>{({ papers }) => <PaperList papers={papers} />}</Loaded>
    </>
  )
}

/** Two tabs by the words people know: history and the papers issued. */
export const MedicalBookPage = ({ tab }: { readonly tab: 'visits' | 'papers' }): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  return (
    <Page title={text('title')}>
      <p>{text('lead')}</p>
      <Tabs
        label={text('title')}
        tabs={[
          { id: 'visits', label: text('tab-visits') },
          { id: 'papers', label: text('tab-papers') },
        ]}
        current={tab}
        onChange={(id) => navigate(id === 'papers' ? '/ca-nhan/so-kham/giay' : '/ca-nhan/so-kham', { replace: true })}
      >
        {tab === 'papers' ? <PapersTab /> : <VisitsTab />}
      </Tabs>
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back-home')}
        </Link>
      </p>
    </Page>
  )
}
