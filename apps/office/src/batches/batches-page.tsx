import { CommandButton, TextField, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { batchMessages } from './batch-messages.ts'
import { type BatchSummary, findBatch, listBatches } from './batch-requests.ts'

type OpenProps = { readonly onOpen: (batchId: string) => void }

const CoverForm = ({ onOpen }: OpenProps) => {
  const say = batchMessages.useSay()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const open = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (busy || code.trim() === '') return
    setBusy(true)
    setProblem(null)
    findBatch(code)
      .then(({ batchId }) => onOpen(batchId))
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return (
    <form onSubmit={open} noValidate>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextField
        name="cover"
        label={say('cover')}
        hint={say('coverHint')}
        width="medium"
        autoComplete="off"
        spellCheck={false}
        inputRef={box}
        value={code}
        onChange={setCode}
      />
      <CommandButton type="submit" kind="main" busy={busy}>
        {say('open')}
      </CommandButton>
    </form>
  )
}

const List = ({ batches, onOpen }: OpenProps & { readonly batches: readonly BatchSummary[] }) => {
  const say = batchMessages.useSay()
  return (
    <Table aria-label={say('waiting')} className="queue-table" onRowAction={(key) => onOpen(String(key))}>
      <TableHeader>
        <Column isRowHeader>{say('employer')}</Column>
        <Column>{say('number')}</Column>
        <Column>{say('progress')}</Column>
        <Column>{say('odd')}</Column>
        <Column>{say('state')}</Column>
      </TableHeader>
      <TableBody items={batches.map((one) => ({ id: one.batchId, one }))} renderEmptyState={() => <p className="empty">{say('empty')}</p>}>
        {({ id, one }) => (
          <Row id={id} textValue={one.employerName}>
            <Cell>
              <span className="name">{one.employerName}</span>
            </Cell>
            <Cell>{one.batchNumber}</Cell>
            <Cell>{say('countOf', { received: String(one.received), expected: String(one.expected) })}</Cell>
            <Cell>{one.odd}</Cell>
            <Cell>{one.handedOverAt === null ? say('running') : say('handedOver', { at: formatInstant(one.handedOverAt) })}</Cell>
          </Row>
        )}
      </TableBody>
    </Table>
  )
}

/** The own office's batches; the cover sheet opens one. */
export const BatchesPage = ({ onOpen }: OpenProps) => {
  const say = batchMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('title'))
  const found = useQuery({ queryKey: ['batches'], queryFn: ({ signal }) => listBatches(signal) })
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('lead')}</p>
      <CoverForm onOpen={onOpen} />
      <h2>{say('waiting')}</h2>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : <List batches={found.data} onOpen={onOpen} />}
    </main>
  )
}
