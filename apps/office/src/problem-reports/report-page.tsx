import type { ProblemReport } from '@an-sinh/contract'
import { DEPARTMENTS } from '@an-sinh/domain'
import { CommandButton, Facts, Notice, useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { MoveForm } from './move-form.tsx'
import { getReport, type Move } from './report-calls.ts'
import { ReportHistory } from './report-history.tsx'
import { reportMessages } from './report-messages.ts'
import { ReportTags } from './report-tags.tsx'

const Shown = ({ report }: { readonly report: ProblemReport }) => {
  const say = reportMessages.useSay()
  const { language } = useLanguage()
  return (
    <>
      <p>
        <ReportTags {...report} />
      </p>
      <p className="report-words">{report.words}</p>
      <Facts
        facts={[
          { label: say('asker'), value: report.asker },
          { label: say('office'), value: report.officeName },
          ...(report.callerName === null && report.callerPhone === null
            ? []
            : [{ label: say('caller'), value: [report.callerName, report.callerPhone].filter((part) => part !== null).join(', ') }]),
          { label: say('category'), value: report.category[language] },
          { label: say('department'), value: DEPARTMENTS[report.department][language] },
          { label: say('filedAt'), value: formatInstant(report.filedAt) },
          { label: say('assignee'), value: report.assignee === null ? '–' : report.assignee.staffName },
        ]}
      />
      <ReportHistory moves={report.moves.map((move) => ({ ...move, department: DEPARTMENTS[move.department] }))} />
    </>
  )
}

/** One report: what was told, what happened, the next step. */
export const ProblemReportPage = ({ reportId, onBack }: { readonly reportId: string; readonly onBack: () => void }) => {
  const say = reportMessages.useSay()
  const common = sharedMessages.useSay()
  const client = useQueryClient()
  const [done, setDone] = useState<Move['move'] | null>(null)
  const key = ['problem-report', reportId]
  const found = useQuery({ queryKey: key, queryFn: ({ signal }) => getReport(reportId, signal) })
  const title = found.data === undefined ? say('oneTitle') : `${found.data.reportNumber}: ${found.data.title}`
  usePageTitle(say('oneTitle'))
  return (
    <main id="main" className="page desk-page">
      <h1 tabIndex={-1}>{title}</h1>
      <CommandButton kind="plain" onPress={onBack}>
        {say('back')}
      </CommandButton>
      {done === null ? null : <Notice kind="good" live title={say(`done-${done}`)} />}
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : (
        <>
          <Shown report={found.data} />
          <MoveForm
            report={found.data}
            onMoved={(after, move) => {
              client.setQueryData(key, after)
              setDone(move)
              void client.invalidateQueries({ queryKey: ['problem-reports'] })
            }}
          />
        </>
      )}
    </main>
  )
}
