import type { QueueItem } from '@an-sinh/contract'
import { Tag } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Cell, CheckboxButton, CheckboxField, Column, Row, type Selection, Table, TableBody, TableHeader } from 'react-aria-components'
import { MarkLabel, StateLabel } from '../shared/case-labels.tsx'
import { formatCivilDate, formatClockTime, formatInstant } from '../shared/format-instant.ts'
import { queueMessages } from './queue-messages.ts'
import { ServiceLabel } from './service-label.tsx'

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
  const { dueOn, graceEndsOn, movedByClosure } = item
  if (item.service !== null) return <ServiceLabel service={item.service} />
  if (dueOn === null) return '–'
  return (
    <>
      {formatCivilDate(dueOn)}
      {graceEndsOn === null ? null : <span className="small block">{say('graceUntil', { date: formatCivilDate(graceEndsOn) })}</span>}
      {movedByClosure ? <span className="small block">{say('movedByClosure')}</span> : null}
    </>
  )
}

const Holder = ({ item: { lock, assignee } }: { readonly item: QueueItem }) => {
  const say = queueMessages.useSay()
  return (
    <>
      {lock === null ? null : (
        <Tag tone="note" icon="lock">
          {lock.mine
            ? say('lockedByMe', { time: formatClockTime(lock.until) })
            : say('lockedBy', { name: lock.staffName, time: formatClockTime(lock.until) })}
        </Tag>
      )}
      {assignee === null ? null : (
        <Tag icon="person">{assignee.mine ? say('assignedToMe') : say('assignedTo', { name: assignee.staffName })}</Tag>
      )}
    </>
  )
}

const Tick = () => (
  <CheckboxField slot="selection">
    <CheckboxButton className="row-tick">
      <span className="row-box" aria-hidden="true" />
    </CheckboxButton>
  </CheckboxField>
)

type Say = ReturnType<typeof queueMessages.useSay>

const cellsOf = (item: QueueItem, say: Say) => [
  <Cell key="0">
    <Tick />
  </Cell>,
  <Cell key="1">
    <span className="name">{item.fullName}</span>
  </Cell>,
  <Cell key="2">
    <Labelled label={say('bornOn')}>{formatCivilDate(item.bornOn)}</Labelled>
  </Cell>,
  <Cell key="3">
    <Labelled label={say('fileNumber')}>{item.fileNumber}</Labelled>
  </Cell>,
  <Cell key="4">
    <StateLabel state={item.state} />
  </Cell>,
  <Cell key="5">
    <Labelled label={say('submittedAt')}>{formatInstant(item.submittedAt)}</Labelled>
  </Cell>,
  <Cell key="6">
    <Labelled label={say('dueOn')}>
      <Due item={item} />
    </Labelled>
  </Cell>,
  <Cell key="7">
    <Holder item={item} />
    {item.marks.map((mark) => (
      <MarkLabel key={mark} mark={mark} />
    ))}
  </Cell>,
]

type Props = {
  readonly label: string
  readonly items: readonly QueueItem[]
  readonly selected: ReadonlySet<string>
  readonly onSelect: (selected: ReadonlySet<string>) => void
  readonly onOpen: (registrationId: string) => void
  readonly empty: () => ReactNode
}

/** The cases of a queue: arrow keys move, Enter or a press opens, space selects. On a narrow screen each row becomes a card. */
export const QueueTable = ({ label, items, selected, onSelect, onOpen, empty }: Props) => {
  const say = queueMessages.useSay()
  const select = (keys: Selection): void =>
    onSelect(new Set(keys === 'all' ? items.map(({ registrationId }) => registrationId) : [...keys].map(String)))
  return (
    <Table
      aria-label={label}
      className="queue-table"
      selectionMode="multiple"
      selectionBehavior="toggle"
      selectedKeys={new Set(selected)}
      onSelectionChange={select}
      onRowAction={(key) => onOpen(String(key))}
    >
      <TableHeader>
        <Column>
          <Tick />
        </Column>
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
            {cellsOf(item, say)}
          </Row>
        )}
      </TableBody>
    </Table>
  )
}
