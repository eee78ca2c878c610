import type { FraudQueueName, Staff, Suspect } from '@an-sinh/contract'
import { FRAUD_SIGNAL_RULES } from '@an-sinh/domain'
import { useLanguage } from '@an-sinh/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'
import { StateLabel } from '../shared/case-labels.tsx'
import { formatInstant } from '../shared/format-instant.ts'
import { QueueTabs } from '../shared/queue-tabs.tsx'
import { usePageTitle } from '../shared/use-page-title.ts'
import { listSuspects } from './fraud-calls.ts'
import { fraudMessages } from './fraud-messages.ts'

const QUEUES = ['to-review', 'flagged'] as const satisfies readonly FraudQueueName[]

type Props = {
  readonly role: Staff['role']
  readonly onReview: (registrationId: string) => void
  readonly onCase: (registrationId: string) => void
}

const Items = ({ items, onOpen }: { readonly items: readonly Suspect[]; readonly onOpen: (registrationId: string) => void }) => {
  const say = fraudMessages.useSay()
  const { language } = useLanguage()
  return (
    <Table aria-label={say('title')} className="queue-table" onRowAction={(key) => onOpen(String(key))}>
      <TableHeader>
        <Column isRowHeader>{say('name')}</Column>
        <Column>{say('fileNumber')}</Column>
        <Column>{say('signs')}</Column>
        <Column>{say('state')}</Column>
        <Column>{say('since')}</Column>
      </TableHeader>
      <TableBody
        items={items.map((item) => ({ id: item.registrationId, item }))}
        renderEmptyState={() => <p className="empty">{say('empty')}</p>}
      >
        {({ id, item }) => (
          <Row id={id} textValue={item.fullName}>
            <Cell>
              <span className="name">{item.fullName}</span>
            </Cell>
            <Cell>{item.fileNumber}</Cell>
            <Cell>{item.kinds.map((kind) => FRAUD_SIGNAL_RULES[kind].title[language]).join('; ')}</Cell>
            <Cell>
              <StateLabel state={item.state} />
            </Cell>
            <Cell>{formatInstant(item.stateSince)}</Cell>
          </Row>
        )}
      </TableBody>
    </Table>
  )
}

/** Cases of the own office under review, and those flagged that nobody has looked at. A supervisor opens the review, a clerk the case. */
export const SuspectsPage = ({ role, onReview, onCase }: Props) => {
  const say = fraudMessages.useSay()
  const [queue, setQueue] = useState<FraudQueueName>('to-review')
  usePageTitle(say('title'))
  const found = useInfiniteQuery({
    queryKey: ['suspects', queue],
    queryFn: ({ pageParam, signal }) => listSuspects(queue, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <QueueTabs
        label={say('queues')}
        more={say('more')}
        names={QUEUES}
        titleOf={(name) => say(`queue-${name}`)}
        queue={queue}
        onQueue={setQueue}
        found={found}
        renderItems={(items) => <Items items={items} onOpen={role === 'supervisor' ? onReview : onCase} />}
      />
    </main>
  )
}
