import type { OwnProblemReport } from '@an-sinh/contract'
import { CommandButton, Facts, Notice, TextAreaField, useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { AreaLink } from '../shared/area-link.tsx'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { getOwnReport, reopenOwnReport } from './report-calls.ts'
import { ReportHistory } from './report-history.tsx'
import { reportMessages } from './report-messages.ts'
import { ReportTags } from './report-tags.tsx'

const Reopen = ({ report, onDone }: { readonly report: OwnProblemReport; readonly onDone: (after: OwnProblemReport) => void }) => {
  const say = reportMessages.useSay()
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const reopen = (): void => {
    setMissing(words.trim() === '')
    if (busy || words.trim() === '') return
    setBusy(true)
    setProblem(null)
    reopenOwnReport(report.reportId, { version: report.version, words })
      .then(onDone)
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return (
    <section aria-labelledby="own-reopen">
      <h2 id="own-reopen">{say('notHelped')}</h2>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextAreaField
        name="words"
        label={say('whatStill')}
        error={missing ? say('wordsMissing') : undefined}
        maxLength={4000}
        value={words}
        onChange={setWords}
      />
      <CommandButton busy={busy} onPress={reopen}>
        {say('reopen')}
      </CommandButton>
    </section>
  )
}

/** One of the employer's reports with the answers to it. */
export const OwnReportPage = ({ params }: { readonly params: Readonly<Record<string, string>> }) => {
  const say = reportMessages.useSay()
  const common = sharedMessages.useSay()
  const { language } = useLanguage()
  const client = useQueryClient()
  const [reopened, setReopened] = useState(false)
  const reportId = params['reportId'] ?? ''
  const key = ['own-report', reportId]
  const { data, error, isPending, refetch } = useQuery({ queryKey: key, queryFn: ({ signal }) => getOwnReport(reportId, signal) })
  usePageTitle(say('oneTitle'))
  return (
    <main id="main" className="page desk-page">
      <h1 tabIndex={-1}>{data === undefined ? say('oneTitle') : `${data.reportNumber}: ${data.title}`}</h1>
      <AreaLink to="/don-vi/phan-anh" className="button-plain">
        {say('ownBack')}
      </AreaLink>
      {reopened ? <Notice kind="good" live title={say('done-reopen')} /> : null}
      {error === null ? null : <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPending ? <Waiting label={common('loading')} /> : null}
      {data === undefined ? null : (
        <>
          <p>
            <ReportTags {...data} />
          </p>
          <p className="report-words">{data.words}</p>
          <Facts
            facts={[
              { label: say('category'), value: data.category[language] },
              { label: say('department'), value: data.department[language] },
              { label: say('filedAt'), value: formatInstant(data.filedAt) },
            ]}
          />
          <ReportHistory moves={data.moves} />
          {data.reopenable ? (
            <Reopen
              report={data}
              onDone={(after) => {
                client.setQueryData(key, after)
                setReopened(true)
              }}
            />
          ) : null}
        </>
      )}
    </main>
  )
}
