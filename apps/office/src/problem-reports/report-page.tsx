import type { ProblemReport } from '@an-sinh/contract'
import { ASKER_NAMES, DEPARTMENTS } from '@an-sinh/domain'
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
import { ReportPhotos } from './report-photos.tsx'
import { ReportTags } from './report-tags.tsx'

/** Who asks, as far as it is needed to answer: never a whole number. */
const Asker = ({ report }: { readonly report: ProblemReport }) => {
  const say = reportMessages.useSay()
  const { language } = useLanguage()
  const { person, reachedBy } = report
  const named = person === null ? report.asker : `${person.fullName} (…${person.numberTail})`
  return (
    <>
      {ASKER_NAMES[report.askerKind][language]}
      {named === '' ? '' : `: ${named}`}
      {report.signedIn ? '' : ` – ${say('notSignedIn')}`}
      {reachedBy === null ? null : <span className="small block">{say('reachedBy', { address: reachedBy.masked })}</span>}
    </>
  )
}

/** Where the question began, as its asker let it stand. */
const contextFacts = ({ context }: ProblemReport, say: ReturnType<typeof reportMessages.useSay>) => {
  const facts = [
    { label: say('contextScreen'), value: context.screen },
    {
      label: say('contextCode'),
      value: context.code === undefined ? undefined : <a href={`/ban-ho-tro?tra-loi=${context.code}`}>{context.code}</a>,
    },
    {
      label: say('contextErrorId'),
      value: context.errorId === undefined ? undefined : <a href={`/ban-ho-tro?ma-loi=${context.errorId}`}>{context.errorId}</a>,
    },
    { label: say('contextArticle'), value: context.articleId },
  ]
  return facts.flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]))
}

const Shown = ({ report }: { readonly report: ProblemReport }) => {
  const say = reportMessages.useSay()
  const { language } = useLanguage()
  return (
    <>
      <p>
        <ReportTags {...report} />
      </p>
      {report.abusive ? <Notice kind="warning" title={say('abusive')} /> : null}
      <p className="report-words">{report.words}</p>
      <Facts
        facts={[
          { label: say('asker'), value: <Asker report={report} /> },
          ...contextFacts(report, say),
          { label: say('office'), value: report.officeName },
          ...(report.callerName === null && report.callerPhone === null
            ? []
            : [{ label: say('caller'), value: [report.callerName, report.callerPhone].filter((part) => part !== null).join(', ') }]),
          { label: say('category'), value: report.category[language] },
          { label: say('department'), value: DEPARTMENTS[report.department][language] },
          { label: say('filedAt'), value: formatInstant(report.filedAt) },
          { label: say('assignee'), value: report.assignee === null ? say('assigneeNone') : report.assignee.staffName },
        ]}
      />
      <ReportPhotos report={report} />
      <ReportHistory
        moves={report.moves.map((move) => ({
          ...move,
          department: DEPARTMENTS[move.department],
          rating: report.ratings.find(({ moveNo }) => moveNo === move.moveNo),
        }))}
      />
    </>
  )
}

type Props = { readonly reportId: string; readonly onBack: () => void; readonly onStory: () => void }

/** One report: what was told, what happened, the next step. */
export const ProblemReportPage = ({ reportId, onBack, onStory }: Props) => {
  const say = reportMessages.useSay()
  const common = sharedMessages.useSay()
  const client = useQueryClient()
  const [done, setDone] = useState<Move['move'] | null>(null)
  const key = ['problem-report', reportId]
  const found = useQuery({ queryKey: key, queryFn: ({ signal }) => getReport(reportId, signal) })
  const title =
    found.data === undefined ? say('oneTitle') : [found.data.reportNumber, found.data.title].filter((part) => part !== '').join(': ')
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
          {found.data.askerKind === 'citizen' && found.data.signedIn ? (
            <p>
              <CommandButton kind="plain" onPress={onStory}>
                {say('story')}
              </CommandButton>
            </p>
          ) : null}
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
