import type { RosterImport } from '@an-sinh/contract'
import { ROSTER_COLUMNS } from '@an-sinh/domain'
import { CommandButton, useLanguage, Waiting } from '@an-sinh/ui'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { FaultTable } from '../shared/fault-table.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { saveFile } from '../shared/save-file.ts'
import { sharedMessages } from '../shared/shared-messages.ts'
import { rosterMessages, useCellText } from './roster-messages.ts'
import { fetchErrorFile, listFaults, type RosterFault } from './roster-requests.ts'

const PAGE = 100

/** What is wrong or worth knowing, row by row; the file back with it in a column of its own, whole or only the rows to mend. */
export const RosterFaults = ({ shown }: { readonly shown: RosterImport }) => {
  const say = rosterMessages.useSay()
  const common = sharedMessages.useSay()
  const { language } = useLanguage()
  const textOf = useCellText()
  const found = useInfiniteQuery({
    queryKey: ['roster-file', shown.importId, 'faults', shown.state],
    queryFn: ({ pageParam }) => listFaults(shown.importId, pageParam),
    initialPageParam: 0,
    getNextPageParam: (page: readonly RosterFault[]) => (page.length < PAGE ? null : (page.at(-1)?.rowNo ?? null)),
  })
  const download = useMutation({
    mutationFn: async (only: boolean) =>
      saveFile(await fetchErrorFile(shown.importId, only), shown.fileName.replace(/(\.[a-z]+)?$/iu, `${only ? '-can-sua' : '-loi'}$1`)),
  })
  const faults = found.data?.pages.flat() ?? []
  return (
    <section className="roster-part" aria-labelledby="roster-faults">
      <h2 id="roster-faults">{say('faultsTitle')}</h2>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data !== undefined && faults.length === 0 ? <p className="empty">{say('faultsNone')}</p> : null}
      {faults.length === 0 ? null : (
        <FaultTable
          label={say('faultsTable')}
          faults={faults}
          titleOf={(name) => ROSTER_COLUMNS.find((column) => column.name === name)?.title[language] ?? name}
          textOf={textOf}
          wide
        />
      )}
      {faults.length === 0 || !shown.fileKept ? null : (
        <>
          <p>{say('errorFileText')}</p>
          <div className="row">
            {found.hasNextPage ? (
              <CommandButton onPress={() => void found.fetchNextPage()} busy={found.isFetchingNextPage}>
                {say('more')}
              </CommandButton>
            ) : null}
            <CommandButton onPress={() => download.mutate(false)} busy={download.isPending}>
              {say('errorFile')}
            </CommandButton>
            {shown.groups === null ? null : (
              <CommandButton onPress={() => download.mutate(true)} busy={download.isPending}>
                {say('errorRows')}
              </CommandButton>
            )}
          </div>
        </>
      )}
      {download.error === null ? null : <ProblemNotice error={download.error} />}
    </section>
  )
}
