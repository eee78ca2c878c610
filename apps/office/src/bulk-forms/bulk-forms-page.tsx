import { Notice, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { bulkFormMessages } from './bulk-form-messages.ts'
import { type BulkOverview, getBulkForms } from './bulk-form-requests.ts'
import { RunForm } from './run-form.tsx'
import { RunProgress } from './run-progress.tsx'

type Props = { readonly overview: BulkOverview }

const Departments = ({ overview: { departments, asOf } }: Props) => {
  const say = bulkFormMessages.useSay()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by the keyboard too
    <section className="table-scroll" tabIndex={0} aria-label={say('byDepartment')}>
      <table className="plain-table figure-table">
        <caption>{say('asOf', { time: formatInstant(asOf) })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('department')}</th>
            <th scope="col">{say('agreed')}</th>
            <th scope="col">{say('printed')}</th>
            <th scope="col">{say('alone')}</th>
          </tr>
        </thead>
        <tbody>
          {departments.map((row) => (
            <tr key={row.department}>
              <th scope="row">{row.department === '' ? say('noDepartment') : row.department}</th>
              <td>{row.agreed}</td>
              <td>{row.printed}</td>
              <td>{row.alone}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Alone = ({ overview: { alone, departments } }: Props) => {
  const say = bulkFormMessages.useSay()
  const count = departments.reduce((sum, row) => sum + row.alone, 0)
  if (count === 0) return null
  return (
    <details>
      <summary>{say('aloneTitle', { count: String(count) })}</summary>
      <p>{say('aloneText')}</p>
      <ul>
        {alone.map(({ entryId, fullName, department }) => (
          <li key={entryId}>
            {fullName}
            {department === '' ? '' : `, ${department}`}
          </li>
        ))}
      </ul>
      {count > alone.length ? <p>{say('aloneMore', { count: String(count - alone.length) })}</p> : null}
    </details>
  )
}

const Runs = ({ overview: { runs } }: Props) => {
  const say = bulkFormMessages.useSay()
  if (runs.length === 0) return null
  return (
    <section>
      <h2>{say('runs')}</h2>
      <ul>
        {runs.map((run) => (
          <li key={run.runId}>
            {formatInstant(run.madeAt)}: {say('runCount', { printed: String(run.printed), forms: String(run.forms) })},{' '}
            {say(`state-${run.state}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Forms of those who agreed, as one file; the others are named. */
export const BulkFormsPage = () => {
  const say = bulkFormMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('title'))
  const [runId, setRunId] = useState<string | null>(null)
  const found = useQuery({ queryKey: ['bulk-forms'], queryFn: ({ signal }) => getBulkForms(signal) })
  const end = (): void => {
    setRunId(null)
    void found.refetch()
  }
  const agreed = found.data?.departments.some((row) => row.agreed > 0) === true
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('lead')}</p>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {runId === null ? null : <RunProgress key={runId} runId={runId} onEnd={end} />}
      {found.data === undefined ? null : (
        <>
          {runId !== null ? null : agreed ? (
            <RunForm overview={found.data} onStarted={setRunId} />
          ) : (
            <Notice kind="info" title={say('nobody')}>
              <p>{say('nobodyText')}</p>
            </Notice>
          )}
          {found.data.askAnew === 0 ? null : (
            <Notice kind="warning" title={say('askAnewTitle', { count: String(found.data.askAnew) })}>
              <p>{say('askAnewText')}</p>
            </Notice>
          )}
          {found.data.departments.length === 0 ? null : <Departments overview={found.data} />}
          <Alone overview={found.data} />
          <Runs overview={found.data} />
        </>
      )}
    </main>
  )
}
