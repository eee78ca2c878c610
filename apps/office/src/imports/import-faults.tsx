import type { ImportAnswer } from '@an-sinh/contract'
import { CommandButton, useLanguage, Waiting } from '@an-sinh/ui'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { FaultTable } from '../shared/fault-table.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { importMessages } from './import-messages.ts'
import { fetchErrorFile, type ImportFault, type ImportKindAnswer, listFaults } from './import-requests.ts'
import { saveFile } from '../shared/save-file.ts'

type Props = { readonly shown: ImportAnswer; readonly kind: ImportKindAnswer | undefined }

const useFaults = (importId: string, previewedAt: string | null) =>
  useInfiniteQuery({
    queryKey: ['import', importId, 'faults', previewedAt],
    queryFn: ({ pageParam }) => listFaults(importId, pageParam),
    initialPageParam: 0,
    getNextPageParam: (page: readonly ImportFault[]) => page.at(-1)?.rowNo ?? null,
  })

/** Rows that were not taken: row, column, value, what to do; and the sent file with that beside each row. */
export const ImportFaults = ({ shown, kind }: Props) => {
  const say = importMessages.useSay()
  const common = sharedMessages.useSay()
  const { language } = useLanguage()
  const found = useFaults(shown.importId, shown.previewedAt)
  const download = useMutation({
    mutationFn: async () => saveFile(await fetchErrorFile(shown.importId), shown.fileName.replace(/(\.[a-z]+)?$/iu, '-loi$1')),
  })
  const faults = found.data?.pages.flat() ?? []
  return (
    <section>
      <h2>{say('faultsTitle')}</h2>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data !== undefined && faults.length === 0 ? <p className="empty">{say('faultsNone')}</p> : null}
      {faults.length === 0 ? null : (
        <FaultTable
          label={say('faultsTitle')}
          faults={faults}
          titleOf={(name) => kind?.columns.find((column) => column.name === name)?.title[language] ?? name}
          textOf={(_column, value) => value ?? '–'}
        />
      )}
      <div className="row">
        {found.hasNextPage && faults.length % 100 === 0 && faults.length > 0 ? (
          <CommandButton onPress={() => void found.fetchNextPage()} busy={found.isFetchingNextPage}>
            {say('more')}
          </CommandButton>
        ) : null}
        {faults.length === 0 || shown.fileFormat === 'xml' ? null : shown.fileKept ? (
          <CommandButton onPress={() => download.mutate()} busy={download.isPending}>
            {say('errorFile')}
          </CommandButton>
        ) : (
          <p className="small">{say('fileErased')}</p>
        )}
      </div>
      {download.error === null ? null : <ProblemNotice error={download.error} />}
    </section>
  )
}
