import type { EmployerVisits } from '@an-sinh/contract'
import { Waiting } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { formatCivilDate, formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { OnSitePanel } from './on-site-panel.tsx'
import { PlanPanel } from './plan-panel.tsx'
import { visitPlanMessages } from './visit-plan-messages.ts'
import { getEmployerVisits } from './visit-plan-requests.ts'

const KEY = ['employer-visits']

const FreeDays = ({ visits }: { readonly visits: EmployerVisits }) => {
  const say = visitPlanMessages.useSay()
  return (
    <details>
      <summary>{say('freeDays', { office: visits.officeName })}</summary>
      <ul>
        {visits.days.map(({ on, free }) => (
          <li key={on}>
            {formatCivilDate(on)}: {say('free', { count: String(free) })}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Who goes when, or a clerk who comes. */
export const EmployerVisitsPage = () => {
  const say = visitPlanMessages.useSay()
  const common = sharedMessages.useSay()
  const client = useQueryClient()
  usePageTitle(say('title'))
  const found = useQuery({ queryKey: KEY, queryFn: ({ signal }) => getEmployerVisits(signal) })
  const keep = (visits: EmployerVisits): void => void client.setQueryData(KEY, visits)
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('lead')}</p>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : (
        <>
          <PlanPanel visits={found.data} onVisits={keep} />
          <FreeDays visits={found.data} />
          <OnSitePanel visits={found.data} onVisits={keep} />
          <p className="small">{say('asOf', { time: formatInstant(found.data.asOf) })}</p>
        </>
      )}
    </main>
  )
}
