import type { RequestQueueItem, RequestQueueName } from '@an-sinh/contract'
import { CORRECTION_STATE_RULES } from '@an-sinh/domain'
import { CommandButton, Tag, TextField, useLanguage } from '@an-sinh/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'
import { formatCivilDate, formatInstant } from '../shared/format-instant.ts'
import { QueueTabs } from '../shared/queue-tabs.tsx'
import { usePageTitle } from '../shared/use-page-title.ts'
import { listQueue } from './request-calls.ts'
import { requestMessages } from './request-messages.ts'

const REQUEST_QUEUES = ['to-decide', 'near-deadline', 'waiting', 'decided'] as const satisfies readonly RequestQueueName[]

type OpenProps = { readonly onOpen: (requestId: string) => void }
type RequestQueueProps = OpenProps & { readonly queue: RequestQueueName; readonly onQueue: (queue: RequestQueueName) => void }

const Items = ({ items, onOpen }: OpenProps & { readonly items: readonly RequestQueueItem[] }) => {
  const say = requestMessages.useSay()
  const { language } = useLanguage()
  return (
    <Table aria-label={say('title')} className="queue-table" onRowAction={(key) => onOpen(String(key))}>
      <TableHeader>
        <Column isRowHeader>{say('name')}</Column>
        <Column>{say('fileNumber')}</Column>
        <Column>{say('about')}</Column>
        <Column>{say('state')}</Column>
        <Column>{say('sentAt')}</Column>
        <Column>{say('dueOn')}</Column>
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
            <Cell>{item.fileNumber}</Cell>
            <Cell>{item.purpose === 'adjust' ? say('purpose-adjust') : say(`kind-${item.kind}`)}</Cell>
            <Cell>{item.decided ? <Tag tone="note">{say('inUndo')}</Tag> : CORRECTION_STATE_RULES[item.state].sentence[language]}</Cell>
            <Cell>{formatInstant(item.sentAt)}</Cell>
            <Cell>{formatCivilDate(item.dueOn)}</Cell>
          </Row>
        )}
      </TableBody>
    </Table>
  )
}

/** By number, whole or its last part; emptied and sent it shows the queue again. */
const NumberSearch = ({ onSearch }: { readonly onSearch: (fileNumber: string) => void }) => {
  const say = requestMessages.useSay()
  const [typed, setTyped] = useState('')
  const search = (event: SyntheticEvent): void => {
    event.preventDefault()
    onSearch(typed.trim())
  }
  return (
    <form onSubmit={search} noValidate>
      <TextField
        name="fileNumber"
        label={say('search')}
        hint={say('searchHint')}
        width="medium"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={setTyped}
      />
      <CommandButton type="submit">{say('find')}</CommandButton>
    </form>
  )
}

/** Requests of the own office, first what is due first, with the server's exact counts. */
export const RequestQueuePage = ({ queue, onQueue, onOpen }: RequestQueueProps) => {
  const say = requestMessages.useSay()
  const [fileNumber, setFileNumber] = useState('')
  usePageTitle(say('title'))
  const found = useInfiniteQuery({
    queryKey: ['requests', queue, fileNumber],
    queryFn: ({ pageParam, signal }) => listQueue({ queue, after: pageParam, fileNumber }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <NumberSearch onSearch={setFileNumber} />
      <QueueTabs
        label={say('queues')}
        more={say('more')}
        names={REQUEST_QUEUES}
        titleOf={(name) => say(`queue-${name}`)}
        queue={queue}
        onQueue={onQueue}
        found={found}
        renderItems={(items) => <Items items={items} onOpen={onOpen} />}
      />
    </main>
  )
}
