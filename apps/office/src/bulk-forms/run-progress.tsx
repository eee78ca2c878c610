import { CommandButton, Notice } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { bulkFormMessages } from './bulk-form-messages.ts'
import { getRun, stopRun } from './bulk-form-requests.ts'

const WATCH_MS = 1000

/** How far the file is while the browser fetches it; it can be stopped at any page. */
export const RunProgress = ({ runId, onEnd }: { readonly runId: string; readonly onEnd: () => void }) => {
  const say = bulkFormMessages.useSay()
  const [problem, setProblem] = useState<unknown>(null)
  const { data: run, error } = useQuery({
    queryKey: ['bulk-run', runId],
    queryFn: ({ signal }) => getRun(runId, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'ready' || state.data?.state === 'running' ? WATCH_MS : false),
  })
  if (run === undefined) return error === null ? null : <ProblemNotice error={error} />
  const counts = { printed: String(run.printed), forms: String(run.forms), leftOut: String(run.leftOut) }
  const open = run.state === 'ready' || run.state === 'running'
  return (
    <section className="panel" aria-labelledby="run-title">
      <h2 id="run-title">{say('runTitle')}</h2>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <output className="batch-count">{say('runCount', counts)}</output>
      <progress className="batch-progress" max={run.forms} value={run.printed + run.leftOut} aria-label={say('runTitle')} />
      {run.state === 'done' ? <Notice kind="good" live title={say('runDone', counts)} /> : null}
      {run.state === 'stopped' ? <Notice kind="warning" live title={say('runStopped', counts)} /> : null}
      {run.leftOut > 0 ? <p>{say('runLeftOut', counts)}</p> : null}
      {open ? (
        <CommandButton onPress={() => void stopRun(runId).catch(setProblem)}>{say('stop')}</CommandButton>
      ) : (
        <CommandButton onPress={onEnd}>{say('another')}</CommandButton>
      )}
    </section>
  )
}
