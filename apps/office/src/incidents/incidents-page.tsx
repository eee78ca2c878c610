import type { Staff } from '@an-sinh/contract'
import type { IncidentFeature } from '@an-sinh/domain'
import { CommandButton, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { IncidentForm } from './incident-form.tsx'
import { IncidentItem } from './incident-item.tsx'
import { incidentMessages } from './incident-messages.ts'
import { listIncidents } from './incident-requests.ts'
import { Signals } from './signals.tsx'

const AGAIN_MS = 5000

/** Where troubles, work and warnings are announced and gone on with. */
export const IncidentsPage = ({ role }: Pick<Staff, 'role'>) => {
  const say = incidentMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('title'))
  const [suggested, setSuggested] = useState<readonly IncidentFeature[] | null>(null)
  const found = useQuery({
    queryKey: ['incidents'],
    queryFn: ({ signal }) => listIncidents(signal),
    refetchInterval: ({ state }) =>
      state.data?.incidents.some(({ deadlines }) => deadlines.some((one) => one.state.endsWith('ing'))) === true ? AGAIN_MS : false,
  })
  const done = (): void => {
    setSuggested(null)
    void found.refetch()
  }
  return (
    <main id="main" className="page desk-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('lead', { scope: say(role === 'operator' ? 'scope-all' : 'scope-office') })}</p>
      {suggested === null ? (
        <>
          <CommandButton kind="main" onPress={() => setSuggested([])}>
            {say('new')}
          </CommandButton>
          <Signals onSuggest={setSuggested} />
        </>
      ) : (
        <section aria-labelledby="new-incident">
          <h2 id="new-incident">{say('new')}</h2>
          <IncidentForm key={suggested.join(' ')} suggested={suggested} onDone={done} onCancel={() => setSuggested(null)} />
        </section>
      )}
      <h2>{say('list')}</h2>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data?.incidents.length === 0 ? <p className="empty">{say('empty')}</p> : null}
      <ul className="closure-list">
        {(found.data?.incidents ?? []).map((incident) => (
          <IncidentItem key={incident.incidentId} incident={incident} onChanged={() => void found.refetch()} />
        ))}
      </ul>
    </main>
  )
}
