import type { ImportAnswer } from '@an-sinh/contract'
import { useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'
import { isSomebodyHere } from '../shared/activity.ts'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { importMessages } from './import-messages.ts'
import { type ImportKindAnswer, listImportKinds, listImports } from './import-requests.ts'
import { NewImport } from './new-import.tsx'
import { StateTag } from './state-tag.tsx'

const REFRESH_MS = 5000

type Props = { readonly onOpen: (importId: string) => void }

const ImportTable = ({ imports, kinds, onOpen }: Props & { imports: readonly ImportAnswer[]; kinds: readonly ImportKindAnswer[] }) => {
  const say = importMessages.useSay()
  const { language } = useLanguage()
  const titleOf = (name: string): string => kinds.find((kind) => kind.name === name)?.title[language] ?? name
  return (
    <Table aria-label={say('latest')} className="queue-table" onRowAction={(key) => onOpen(String(key))}>
      <TableHeader>
        <Column isRowHeader>{say('col-file')}</Column>
        <Column>{say('col-kind')}</Column>
        <Column>{say('col-state')}</Column>
        <Column>{say('col-rows')}</Column>
        <Column>{say('col-at')}</Column>
      </TableHeader>
      <TableBody
        items={imports.map((item) => ({ id: item.importId, item }))}
        renderEmptyState={() => <p className="empty">{say('empty')}</p>}
      >
        {({ id, item }) => (
          <Row id={id} textValue={item.fileName}>
            <Cell>
              <span className="name">{item.fileName}</span>
            </Cell>
            <Cell>{titleOf(item.kind)}</Cell>
            <Cell>
              <StateTag state={item.state} />
            </Cell>
            <Cell>{item.rowsRead.toLocaleString('vi-VN')}</Cell>
            <Cell>{formatInstant(item.createdAt)}</Cell>
          </Row>
        )}
      </TableBody>
    </Table>
  )
}

/** A new file on top, the latest imports below. */
export const ImportsPage = ({ onOpen }: Props) => {
  const say = importMessages.useSay()
  const common = sharedMessages.useSay()
  const kinds = useQuery({ queryKey: ['import-kinds'], queryFn: listImportKinds, staleTime: Number.POSITIVE_INFINITY })
  const imports = useQuery({
    queryKey: ['imports'],
    queryFn: listImports,
    refetchInterval: () => (isSomebodyHere() ? REFRESH_MS : false),
  })
  usePageTitle(say('title'))
  const error = kinds.error ?? imports.error
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('lead')}</p>
      {error === null ? null : (
        <ProblemNotice
          error={error}
          onRetry={() => {
            void kinds.refetch()
            void imports.refetch()
          }}
        />
      )}
      <h2>{say('newTitle')}</h2>
      {kinds.data === undefined ? (
        kinds.isPending ? (
          <Waiting label={common('loading')} />
        ) : null
      ) : (
        <NewImport kinds={kinds.data} onSent={({ importId }) => onOpen(importId)} />
      )}
      <h2>{say('latest')}</h2>
      {imports.data === undefined ? null : <ImportTable imports={imports.data} kinds={kinds.data ?? []} onOpen={onOpen} />}
    </main>
  )
}
