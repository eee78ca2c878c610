import { Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { dependantMessages } from './dependant-messages.ts'
import { type DependantItem, listDependantQueue } from './dependant-requests.ts'

type Props = { readonly onOpen: (requestId: string) => void }

const Items = ({ items, onOpen }: Props & { readonly items: readonly DependantItem[] }) => {
  const say = dependantMessages.useSay()
  return (
    <Table aria-label={say('title')} className="queue-table" onRowAction={(key) => onOpen(String(key))}>
      <TableHeader>
        <Column isRowHeader>{say('child')}</Column>
        <Column>{say('guardian')}</Column>
        <Column>{say('sentAt')}</Column>
      </TableHeader>
      <TableBody
        items={items.map((item) => ({ id: item.requestId, item }))}
        renderEmptyState={() => <p className="empty">{say('empty')}</p>}
      >
        {({ id, item }) => (
          <Row id={id} textValue={item.childName}>
            <Cell>
              <span className="name">{item.childName}</span>
            </Cell>
            <Cell>{item.guardianName}</Cell>
            <Cell>{formatInstant(item.sentAt)}</Cell>
          </Row>
        )}
      </TableBody>
    </Table>
  )
}

/** Requests about children that wait at the own office, longest first. */
export const DependantQueuePage = ({ onOpen }: Props) => {
  const say = dependantMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('title'))
  const found = useQuery({ queryKey: ['dependants'], queryFn: ({ signal }) => listDependantQueue(signal) })
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : <Items items={found.data} onOpen={onOpen} />}
    </main>
  )
}
