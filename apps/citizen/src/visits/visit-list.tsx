import type { VisitSummary } from '@an-sinh/contract'
import { Button, formatDate, Tag, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { formatAmount } from './format-amount.ts'
import { TEXTS } from './texts.ts'

const VisitItem = ({ visit }: { readonly visit: VisitSummary }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [from, to] = [formatDate(visit.admittedOn, language), formatDate(visit.dischargedOn, language)]
  const place = visit.facilityName ?? text('facility-unknown', { code: visit.facilityCode })
  return (
    <li className="spell">
      <p>
        <strong>{from === to ? from : text('period', { from, to })}</strong>
        {visit.kind === null ? null : ` · ${visit.kind[language]}`}
      </p>
      <p>{visit.diagnosis ?? text('diagnosis-none')}</p>
      <p className="quiet">{place}</p>
      <p>{text('total', { amount: formatAmount(visit.totalVnd) })}</p>
      {visit.sumsState === 'differ' ? (
        <p>
          <Tag tone="warn">{text('sums-differ')}</Tag>
        </p>
      ) : null}
      <Link href={`/ca-nhan/so-kham/${visit.visitId}`} className="back-link">
        {text('open')}
        <span className="visually-hidden">
          : {from}, {place}
        </span>
      </Link>
    </li>
  )
}

type List = { readonly years: readonly number[]; readonly year: number | null; readonly visits: readonly VisitSummary[] }

/** Visits of one year, and the other years as buttons. */
export const VisitList = ({ list, onYear }: { readonly list: List; readonly onYear: (year: number) => void }): ReactNode => {
  const text = useTexts(TEXTS)
  if (list.year === null) return <p>{text('none')}</p>
  return (
    <>
      <h2>{text('year', { year: list.year })}</h2>
      <p className="quiet">{text('count', { count: list.visits.length })}</p>
      <ul className="link-list">
        {list.visits.map((visit) => (
          <VisitItem key={visit.visitId} visit={visit} />
        ))}
      </ul>
      {list.years.length > 1 ? (
        <>
          <h2>{text('other-years')}</h2>
          <div className="button-row visit-years">
            {list.years
              .filter((year) => year !== list.year)
              .map((year) => (
                <Button key={year} kind="second" onClick={() => onYear(year)}>
                  {String(year)}
                </Button>
              ))}
          </div>
        </>
      ) : null}
    </>
  )
}
