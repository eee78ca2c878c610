import { CommandButton, Notice, useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AreaLink } from '../shared/area-link.tsx'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { fileOwnReport, listOwnReports, type OwnReports } from './report-calls.ts'
import { ReportForm } from './report-form.tsx'
import { reportMessages } from './report-messages.ts'
import { ReportTags } from './report-tags.tsx'

const List = ({ reports }: Pick<OwnReports, 'reports'>) => {
  const say = reportMessages.useSay()
  const { language } = useLanguage()
  if (reports.length === 0) return <p className="empty">{say('ownEmpty')}</p>
  return (
    <ul className="closure-list">
      {reports.map((report) => (
        <li key={report.reportId} className="closure-item">
          <p>
            <AreaLink to={`/don-vi/phan-anh/${report.reportId}`}>{report.title}</AreaLink>
          </p>
          <p className="small">
            {report.reportNumber} · {formatInstant(report.filedAt)} · {report.department[language]}
          </p>
          <ReportTags {...report} />
        </li>
      ))}
    </ul>
  )
}

/** The employer's own reports, and a new one. */
export const OwnReportsPage = () => {
  const say = reportMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('ownTitle'))
  const [writing, setWriting] = useState(false)
  const [sent, setSent] = useState<string | null>(null)
  const found = useQuery({ queryKey: ['own-reports'], queryFn: ({ signal }) => listOwnReports(signal) })
  return (
    <main id="main" className="page desk-page">
      <h1 tabIndex={-1}>{say('ownTitle')}</h1>
      <p className="quiet">{say('ownLead')}</p>
      {sent === null ? null : <Notice kind="good" live title={say('sent', { number: sent })} />}
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : writing ? (
        <ReportForm
          categories={found.data.categories}
          send={async (filled) => {
            setSent((await fileOwnReport(filled)).reportNumber)
            setWriting(false)
            await found.refetch()
          }}
          onCancel={() => setWriting(false)}
        />
      ) : (
        <>
          <CommandButton kind="main" onPress={() => setWriting(true)}>
            {say('ownNew')}
          </CommandButton>
          <List reports={found.data.reports} />
        </>
      )}
    </main>
  )
}
