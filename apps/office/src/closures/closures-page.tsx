import { Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { ClosureForm, type Planned } from './closure-form.tsx'
import { ClosureList } from './closure-list.tsx'
import { closureMessages } from './closure-messages.ts'
import { ClosurePreview } from './closure-preview.tsx'
import { type Area, listClosures } from './closure-requests.ts'

const WHILE_MOVING_MS = 2000

const isMoving = (area: Area | undefined): boolean =>
  area?.closures.some(({ state }) => state === 'applying' || state === 'undoing') === true

/** A supervisor's page: close offices for some days in one action, and take it back in one. */
export const ClosuresPage = () => {
  const say = closureMessages.useSay()
  const common = sharedMessages.useSay()
  const [planned, setPlanned] = useState<Planned | null>(null)
  usePageTitle(say('title'))
  const found = useQuery({
    queryKey: ['closures'],
    queryFn: ({ signal }) => listClosures(signal),
    refetchInterval: ({ state }) => (isMoving(state.data) ? WHILE_MOVING_MS : false),
  })
  const refresh = (): void => void found.refetch()
  return (
    <main id="main" className="page account-page desk-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('lead')}</p>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={refresh} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : (
        <>
          <ClosureForm area={found.data} onPlanned={setPlanned} />
          <h2>{say('list')}</h2>
          <ClosureList closures={found.data.closures} onChanged={refresh} />
        </>
      )}
      {planned === null ? null : (
        <ClosurePreview
          planned={planned}
          onClose={() => setPlanned(null)}
          onDone={() => {
            setPlanned(null)
            refresh()
          }}
        />
      )}
    </main>
  )
}
