import type { ImportAnswer } from '@an-sinh/contract'
import { CommandButton, Facts, Notice, useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { CloseMatches } from './close-matches.tsx'
import { ImportFaults } from './import-faults.tsx'
import { ImportGroups } from './import-groups.tsx'
import { importMessages } from './import-messages.ts'
import { ImportMoves } from './import-moves.tsx'
import { type ImportKindAnswer, listImportKinds } from './import-requests.ts'
import { StateTag } from './state-tag.tsx'
import { useImport } from './use-import.ts'

const PREVIEWED: ReadonlySet<ImportAnswer['state']> = new Set(['preview', 'confirmed', 'applied', 'partly', 'undone'])
const RESTING: ReadonlySet<ImportAnswer['phase']> = new Set(['preview', 'done'])

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000).toLocaleString('vi-VN')} kB`
    : `${(bytes / 1_000_000).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`

const Working = ({ shown }: { readonly shown: ImportAnswer }) => {
  const say = importMessages.useSay()
  if (RESTING.has(shown.phase) || ['uploading', 'refused', 'discarded'].includes(shown.state)) return null
  const share = shown.phase === 'reading' ? Math.min(1, shown.bytesRead / Math.max(1, shown.fileBytes)) : undefined
  const label = say(`phase-${shown.phase}`, { rows: shown.rowsRead.toLocaleString('vi-VN'), percent: Math.round((share ?? 0) * 100) })
  return (
    <p aria-live="polite">
      <progress aria-label={label} max={1} value={share} /> {label}
    </p>
  )
}

const ImportFacts = ({ shown }: { readonly shown: ImportAnswer }) => {
  const say = importMessages.useSay()
  const written = shown.appliedCounts
  const number = (value: number | undefined): string | null => (value === undefined ? null : value.toLocaleString('vi-VN'))
  const mapping = shown.mapping.map(({ heading }) => heading).join(' · ')
  return (
    <Facts
      facts={[
        { label: say('facts-source'), value: shown.source },
        { label: say('facts-size'), value: sizeOf(shown.fileBytes) },
        { label: say('facts-rows'), value: number(shown.rowsRead) },
        { label: say('facts-mapping'), value: mapping === '' ? null : mapping },
        { label: say('facts-written'), value: number(written?.written) },
        { label: say('facts-ended'), value: number(written?.ended) },
        { label: say('facts-unchanged'), value: number(written?.unchanged) },
      ]}
    />
  )
}

type Props = { readonly importId: string; readonly onBack: () => void; readonly onOpen: (importId: string) => void }

const Notices = ({ shown, onOpen }: Pick<Props, 'onOpen'> & { readonly shown: ImportAnswer }) => {
  const say = importMessages.useSay()
  const { language } = useLanguage()
  const other = shown.compensatesImportId ?? shown.compensatedByImportId ?? shown.decidesImportId
  const relation = shown.compensatesImportId !== null ? 'compensates' : shown.compensatedByImportId !== null ? 'compensated' : 'decides'
  return (
    <>
      {shown.refusal === null ? null : (
        <Notice kind="error" title={shown.refusal.sentence[language]}>
          <p>{shown.refusal.nextStep[language]}</p>
        </Notice>
      )}
      {shown.baseMoved && shown.state === 'preview' ? <Notice kind="warning" live title={say('baseMoved')} /> : null}
      {other === null ? null : (
        <Notice title={say(relation)}>
          <CommandButton onPress={() => onOpen(other)}>{say('openOther')}</CommandButton>
        </Notice>
      )}
    </>
  )
}

const Shown = ({ shown, kind, onOpen }: Pick<Props, 'onOpen'> & { shown: ImportAnswer; kind: ImportKindAnswer | undefined }) => (
  <>
    <p>
      <StateTag state={shown.state} />
    </p>
    <Notices shown={shown} onOpen={onOpen} />
    <Working shown={shown} />
    <ImportFacts shown={shown} />
    <ImportMoves shown={shown} onOpen={onOpen} />
    {PREVIEWED.has(shown.state) && shown.compensatesImportId === null ? (
      <>
        <ImportGroups key={shown.previewedAt} shown={shown} kind={kind} />
        {shown.groupCounts['close-match'] > 0 && ['applied', 'partly'].includes(shown.state) ? (
          <CloseMatches shown={shown} kind={kind} onOpen={onOpen} />
        ) : null}
        <ImportFaults shown={shown} kind={kind} />
      </>
    ) : null}
  </>
)

/** One file: how far it is, what would be written, what was wrong, and what can be done. */
export const ImportPage = ({ importId, onBack, onOpen }: Props) => {
  const say = importMessages.useSay()
  const common = sharedMessages.useSay()
  const found = useImport(importId)
  const kinds = useQuery({ queryKey: ['import-kinds'], queryFn: listImportKinds, staleTime: Number.POSITIVE_INFINITY })
  const title = found.data?.fileName ?? say('title')
  usePageTitle(title)
  return (
    <main id="main" className="page">
      <CommandButton kind="plain" onPress={onBack}>
        {say('back')}
      </CommandButton>
      <h1 tabIndex={-1}>{title}</h1>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : (
        <Shown shown={found.data} kind={kinds.data?.find(({ name }) => name === found.data.kind)} onOpen={onOpen} />
      )}
    </main>
  )
}
