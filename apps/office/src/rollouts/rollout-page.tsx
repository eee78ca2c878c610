import type { EmployerOfficer, Rollout } from '@an-sinh/contract'
import { Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { PeopleList } from './people-list.tsx'
import { rolloutMessages } from './rollout-messages.ts'
import { getRollout } from './rollout-requests.ts'
import { DepartmentTable } from './rollout-tables.tsx'
import { Targets } from './targets.tsx'
import { Weeks } from './weeks.tsx'

type Props = { readonly officer: EmployerOfficer }

const Shown = ({ rollout, officer }: Props & { readonly rollout: Rollout }) => {
  const say = rolloutMessages.useSay()
  if (rollout.people === 0) return <p className="empty">{say('empty')}</p>
  return (
    <>
      <p>{say('of', { people: rollout.people, time: formatInstant(rollout.asOf) })}</p>
      <Targets rollout={rollout} officer={officer} />
      <h2>{say('byDepartment')}</h2>
      <DepartmentTable rollout={rollout} />
      <Weeks rollout={rollout} />
      <PeopleList departments={rollout.departments.map(({ department }) => department)} />
    </>
  )
}

/** How far the own people are, against the targets; by name only with what an employer may know. */
export const RolloutPage = ({ officer }: Props) => {
  const say = rolloutMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('title'))
  const found = useQuery({ queryKey: ['rollout'], queryFn: ({ signal }) => getRollout(null, signal) })
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : <Shown rollout={found.data} officer={officer} />}
    </main>
  )
}
