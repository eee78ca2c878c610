import type { RosterImport } from '@an-sinh/contract'
import { Notice, Waiting, useLanguage } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { AreaLink } from '../shared/area-link.tsx'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { RosterFaults } from './roster-faults.tsx'
import { RosterGroups } from './roster-groups.tsx'
import { RosterMapping } from './roster-mapping.tsx'
import { rosterMessages } from './roster-messages.ts'
import { RosterMoves } from './roster-moves.tsx'
import { getFile } from './roster-requests.ts'

const RESTING: ReadonlySet<RosterImport['state']> = new Set(['preview', 'applied', 'partly', 'refused', 'discarded', 'undone'])
const WORKING_MS = 1000

const useFile = (importId: string) =>
  useQuery({
    queryKey: ['roster-file', importId],
    queryFn: () => getFile(importId),
    refetchInterval: ({ state }) => (state.data !== undefined && RESTING.has(state.data.state) ? false : WORKING_MS),
  })

const Working = ({ shown }: { readonly shown: RosterImport }) => {
  const say = rosterMessages.useSay()
  if (RESTING.has(shown.state) || shown.state === 'uploading') return null
  const label = say(`phase-${shown.phase}`, { rows: shown.rowsRead.toLocaleString('vi-VN') })
  return (
    <p aria-live="polite">
      <progress aria-label={label} /> {label}
    </p>
  )
}

const Said = ({ shown }: { readonly shown: RosterImport }) => {
  const say = rosterMessages.useSay()
  const { language } = useLanguage()
  const counts = shown.appliedCounts
  return (
    <>
      <p>{say('stateLine', { state: say(`state-${shown.state}`), rows: shown.rowsRead.toLocaleString('vi-VN') })}</p>
      {shown.refusal === null ? null : (
        <Notice kind="error" title={shown.refusal.sentence[language]}>
          <p>{shown.refusal.nextStep[language]}</p>
        </Notice>
      )}
      {shown.baseMoved && shown.state === 'preview' ? <Notice kind="warning" live title={say('baseMoved')} /> : null}
      {counts === null ? null : (
        <Notice kind="good" live title={say('written', { written: counts.written, ended: counts.ended, unchanged: counts.unchanged })} />
      )}
      {shown.previewedAt === null ? null : <p className="small">{say('previewedAt', { time: formatInstant(shown.previewedAt) })}</p>}
    </>
  )
}

const Shown = ({ shown, onOpen }: { readonly shown: RosterImport; readonly onOpen: (importId: string) => void }) => {
  const [included, setIncluded] = useState<ReadonlySet<number>>(new Set())
  return (
    <>
      <Said shown={shown} />
      <Working shown={shown} />
      {['preview', 'refused'].includes(shown.state) && shown.fileKept ? <RosterMapping key={shown.previewedAt} shown={shown} /> : null}
      {shown.groups === null || shown.compensatesImportId !== null ? null : (
        <RosterGroups key={`groups ${shown.previewedAt}`} shown={shown} groups={shown.groups} included={included} onInclude={setIncluded} />
      )}
      {shown.compensatesImportId !== null || !RESTING.has(shown.state) ? null : (
        <RosterFaults key={`faults ${shown.previewedAt}`} shown={shown} />
      )}
      <RosterMoves shown={shown} included={included} onOpen={onOpen} />
    </>
  )
}

/** One file: how far it is, what its columns were taken for, what it would do, what is wrong in it. */
export const RosterImportPage = ({ params }: { readonly params: Readonly<Record<string, string>> }) => {
  const say = rosterMessages.useSay()
  const common = sharedMessages.useSay()
  const importId = params['importId'] ?? ''
  const found = useFile(importId)
  const { history } = useRouter()
  const title = found.data?.fileName ?? say('filesPage')
  usePageTitle(title)
  return (
    <main id="main" className="page">
      <AreaLink to="/don-vi/danh-sach/tep">{say('backToFiles')}</AreaLink>
      <h1 tabIndex={-1}>{title}</h1>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : (
        <Shown key={importId} shown={found.data} onOpen={(other) => history.push(`/don-vi/danh-sach/tep/${other}`)} />
      )}
    </main>
  )
}
