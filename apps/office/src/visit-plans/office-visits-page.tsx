import type { OfficeVisits } from '@an-sinh/contract'
import { Waiting } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { formatCivilDate, formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { AnswerForm } from './answer-form.tsx'
import { CapacityForm } from './capacity-form.tsx'
import { visitPlanMessages } from './visit-plan-messages.ts'
import { getOfficeVisits } from './visit-plan-requests.ts'

const KEY = ['office-visits']

const Days = ({ visits: { days } }: { readonly visits: OfficeVisits }) => {
  const say = visitPlanMessages.useSay()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by the keyboard too
    <section className="table-scroll" tabIndex={0} aria-label={say('officeDays')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('day')}</th>
            <th scope="col">{say('coming')}</th>
            <th scope="col">{say('freeShort')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ on, free, employers }) => (
            <tr key={on}>
              <th scope="row">{formatCivilDate(on)}</th>
              <td>{employers.map(({ name, people }) => `${name} (${people})`).join(', ')}</td>
              <td>{free}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Employers that come, clerks who are asked for, and how much the office takes. */
export const OfficeVisitsPage = () => {
  const say = visitPlanMessages.useSay()
  const common = sharedMessages.useSay()
  const client = useQueryClient()
  usePageTitle(say('officeTitle'))
  const found = useQuery({ queryKey: KEY, queryFn: ({ signal }) => getOfficeVisits(signal) })
  const keep = (visits: OfficeVisits): void => void client.setQueryData(KEY, visits)
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('officeTitle')}</h1>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : (
        <>
          <h2>{say('asked')}</h2>
          {found.data.onSite.length === 0 ? <p>{say('nobodyAsks')}</p> : null}
          {found.data.onSite.map((visit) => (
            <AnswerForm key={`${visit.visitId} ${visit.state}`} visit={visit} days={found.data.days} onVisits={keep} />
          ))}
          <h2>{say('officeDays')}</h2>
          <Days visits={found.data} />
          {found.data.maySet ? <CapacityForm visits={found.data} onVisits={keep} /> : null}
          <p className="small">{say('asOf', { time: formatInstant(found.data.asOf) })}</p>
        </>
      )}
    </main>
  )
}
