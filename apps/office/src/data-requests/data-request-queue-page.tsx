import type { DataRequestItem } from '@an-sinh/contract'
import { Tag, useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'
import { formatCivilDate } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { listDataRequestQueue } from './data-request-calls.ts'
import { dataRequestMessages } from './data-request-messages.ts'

type Props = { readonly onOpen: (requestId: string) => void }

const Items = ({ items, onOpen }: Props & { readonly items: readonly DataRequestItem[] }) => {
  const say = dataRequestMessages.useSay()
  const { language } = useLanguage()
  return (
    <Table aria-label={say('title')} className="queue-table" onRowAction={(key) => onOpen(String(key))}>
      <TableHeader>
        <Column isRowHeader>{say('person')}</Column>
        <Column>{say('kind')}</Column>
        <Column>{say('fileNumber')}</Column>
        <Column>{say('state')}</Column>
        <Column>{say('due')}</Column>
      </TableHeader>
      <TableBody
        items={items.map((item) => ({ id: item.requestId, item }))}
        renderEmptyState={() => <p className="empty">{say('empty')}</p>}
      >
        {({ id, item }) => (
          <Row id={id} textValue={item.fullName}>
            <Cell>
              <span className="name">{item.fullName}</span>
            </Cell>
            <Cell>{item.kindSentence[language]}</Cell>
            <Cell>{item.fileNumber}</Cell>
            <Cell>{say(item.state === 'received' ? 'received' : 'answered')}</Cell>
            <Cell>
              {formatCivilDate(item.state === 'received' ? item.answerBy : item.dueOn)}{' '}
              {item.isLate ? <Tag tone="bad">{say('late')}</Tag> : null}
            </Cell>
          </Row>
        )}
      </TableBody>
    </Table>
  )
}

/** Requests about data at the own office, the soonest due first. */
export const DataRequestQueuePage = ({ onOpen }: Props) => {
  const say = dataRequestMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('title'))
  const found = useQuery({ queryKey: ['data-requests'], queryFn: ({ signal }) => listDataRequestQueue(signal) })
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p className="quiet">{say('lead')}</p>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : <Items items={found.data} onOpen={onOpen} />}
    </main>
  )
}
