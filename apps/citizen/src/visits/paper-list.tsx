import type { MedicalPaperAnswer } from '@an-sinh/contract'
import { Facts, formatDate, Tag, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { WrongLine } from '../shared/page/wrong-line.tsx'
import { TEXTS } from './texts.ts'

const Paper = ({ paper }: { readonly paper: MedicalPaperAnswer }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { restFrom, restTo, restDays } = paper
  const period = restFrom === null || restTo === null ? null : { from: formatDate(restFrom, language), to: formatDate(restTo, language) }
  const rest = period === null ? null : `${text('period', period)}${restDays === null ? '' : ` (${text('days', { count: restDays })})`}`
  const title = text(`paper-${paper.kind}`)
  return (
    <li className="spell">
      <h3>{title}</h3>
      <Facts
        facts={[
          { label: text('paper-serial'), value: paper.serialNumber ?? text('unknown') },
          { label: text('paper-issued'), value: paper.issuedOn === null ? text('unknown') : formatDate(paper.issuedOn, language) },
          {
            label: text('paper-state'),
            value:
              paper.state === 'issued' ? (
                <Tag tone="good">{text('paper-state-issued')}</Tag>
              ) : (
                <Tag tone="warn">{text('paper-state-withdrawn')}</Tag>
              ),
          },
          { label: text('paper-rest'), value: rest },
          { label: text('paper-facility'), value: paper.facilityName },
        ]}
      />
      <WrongLine kind="medical-paper" id={paper.paperId} what={`${title} ${paper.serialNumber ?? ''}`} />
    </li>
  )
}

/** Papers with serial number, kind, day of issue and state. */
export const PaperList = ({ papers }: { readonly papers: readonly MedicalPaperAnswer[] }): ReactNode => {
  const text = useTexts(TEXTS)
  if (papers.length === 0) return <p>{text('papers-none')}</p>
  return (
    <ul className="link-list">
      {papers.map((paper) => (
        <Paper key={paper.paperId} paper={paper} />
      ))}
    </ul>
  )
}
