import type { VisitAnswer } from '@an-sinh/contract'
import { Facts, formatDate, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, Redirect } from 'wouter'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { useSubject } from '../shared/profile/profile.ts'
import { WrongLine } from '../shared/page/wrong-line.tsx'
import { useSourceName } from '../shared/sources/use-source-name.ts'
import { CostLines } from './cost-lines.tsx'
import { PaperList } from './paper-list.tsx'
import { TEXTS } from './texts.ts'
import { WhoPaid } from './who-paid.tsx'

const VisitFacts = ({ visit }: { readonly visit: VisitAnswer }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const at = (time: string): string => `${time.slice(11)} ${formatDate(time.slice(0, 10), language)}`
  const codes = [visit.mainDiseaseCode, ...visit.otherDiseaseCodes].filter((code) => code !== null)
  return (
    <Facts
      facts={[
        { label: text('facility'), value: visit.facilityName ?? text('facility-unknown', { code: visit.facilityCode }) },
        { label: text('diagnosis'), value: visit.diagnosis ?? text('diagnosis-none') },
        { label: text('codes'), value: codes.join(', ') },
        { label: text('admitted'), value: at(visit.admittedAt) },
        { label: text('discharged'), value: at(visit.dischargedAt) },
        { label: text('kind'), value: visit.kind?.[language] },
        { label: text('reason'), value: visit.reason?.[language] },
        { label: text('result'), value: visit.result?.[language] },
        { label: text('discharge'), value: visit.discharge?.[language] },
      ]}
    />
  )
}

const Visit = ({ visit }: { readonly visit: VisitAnswer }): ReactNode => {
  const text = useTexts(TEXTS)
  const nameSource = useSourceName()
  const { language } = useLanguage()
  return (
    <>
      <VisitFacts visit={visit} />
      <p>
        <WrongLine kind="visit" id={visit.visitId} what={formatDate(visit.admittedOn, language)} />
        <br />
        <span className="quiet">{text('not-mine')}</span>
      </p>
      <WhoPaid visit={visit} />
      <CostLines lines={visit.costLines} />
      {visit.papers.length === 0 ? null : (
        <>
          <h2>{text('tab-papers')}</h2>
          <PaperList papers={visit.papers} />
        </>
      )}
      <p className="quiet">{text('source', { source: nameSource(visit.source) })}</p>
    </>
  )
}

/** One visit: where, when, why, who paid what, each cost line, each paper. */
export const VisitPage = ({ visitId }: { readonly visitId: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const subject = useSubject()
  const query = useQuery({
    queryKey: [...subject.key, 'visit', visitId],
    queryFn: async () => call('GET /api/me/visits/:visitId', { params: { visitId }, query: subject.query }),
  })
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  return (
    <Page title={text('visit-title')} wide>
      <Loaded query={query}>{(visit) => <Visit visit={visit} />}</Loaded>
      <p>
        <Link href="/ca-nhan/so-kham" className="back-link">
          {text('back-book')}
        </Link>
      </p>
    </Page>
  )
}
