import type { QueueItem } from '@an-sinh/contract'
import { Tag } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'
import { MarkLabel, StateLabel } from '../shared/case-labels.tsx'
import { formatCivilDate, formatInstant } from '../shared/format-instant.ts'
import { queueMessages } from './queue-messages.ts'

/** On a narrow screen the column heads are away: each value says what it is. */
const Labelled = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <>
    <span className="cell-label" aria-hidden="true">
      {label}:{' '}
    </span>
    {children}
  </>
)

const Due = ({ item }: { readonly item: QueueItem }) => {
  const say = queueMessages.useSay()
  if (item.dueOn === null) return '–'
  return (
    <>
      {formatCivilDate(item.dueOn)}
      {item.graceEndsOn === null ? null : (
        <span className="small block">{say('graceUntil', { date: formatCivilDate(item.graceEndsOn) })}</span>
      )}
    </>
  )
}

const Lock = ({ item }: { readonly item: QueueItem }) => {
  const say = queueMessages.useSay()
  if (item.lock === null) return null
  return (
    <Tag tone="note" icon="lock">
      {item.lock.mine ? say('lockedByMe') : say('lockedBy', { name: item.lock.staffName })}
    </Tag>
  )
}

type Props = {
  readonly label: string
  readonly items: readonly QueueItem[]
  readonly onOpen: (registrationId: string) => void
  readonly empty: () => ReactNode
}

/** The cases of a queue: arrow keys move, Enter or a press opens. On a narrow screen each row becomes a card. */
export const QueueTable = ({ label, items, onOpen, empty }: Props) => {
  const say = queueMessages.useSay()
  return (
    <Table aria-label={label} className="queue-table" onRowAction={(key) => onOpen(String(key))}>
      <TableHeader>
        <Column isRowHeader>{say('name')}</Column>
        <Column>{say('bornOn')}</Column>
        <Column>{say('fileNumber')}</Column>
        <Column>{say('state')}</Column>
        <Column>{say('submittedAt')}</Column>
        <Column>{say('dueOn')}</Column>
        <Column>{say('remarks')}</Column>
      </TableHeader>
      <TableBody items={items.map((item) => ({ id: item.registrationId, item }))} renderEmptyState={empty}>
        {({ id, item }) => (
          <Row id={id} textValue={item.fullName}>
            <Cell>
              <span className="name">{item.fullName}</span>
            </Cell>
            <Cell>
              <Labelled label={say('bornOn')}>{formatCivilDate(item.bornOn)}</Labelled>
            </Cell>
            <Cell>
              <Labelled label={say('fileNumber')}>{item.fileNumber}</Labelled>
            </Cell>
            <Cell>
              <StateLabel state={item.state} />
            </Cell>
            <Cell>
              <Labelled label={say('submittedAt')}>{formatInstant(item.submittedAt)}</Labelled>
            </Cell>
            <Cell>
              <Labelled label={say('dueOn')}>
                <Due item={item} />
              </Labelled>
            </Cell>
            <Cell>
              <Lock item={item} />
              {item.marks.map((mark) => (
                <MarkLabel key={mark} mark={mark} />
              ))}
            </Cell>
          </Row>
        )}
      </TableBody>
    </Table>
  )
}
