import type { HandInBatch } from '@an-sinh/contract'
import { CommandButton, useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { AreaLink } from '../shared/area-link.tsx'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { handInMessages } from './hand-in-messages.ts'
import { deliver, fetchSheet, getHandInBatch } from './hand-in-requests.ts'

const WATCH_MS = 30_000
/** Until the other window has read it. */
const OPEN_MS = 60_000

type Props = { readonly batch: HandInBatch }

const Commands = ({ batch }: Props) => {
  const say = handInMessages.useSay()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const run = (work: () => Promise<void>): void => {
    setBusy(true)
    setProblem(null)
    work()
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  const print = (sheet: 'cover-sheet' | 'receipt'): void =>
    run(async () => {
      const address = URL.createObjectURL(await fetchSheet(batch.batchId, sheet))
      window.open(address, '_blank', 'noopener')
      setTimeout(() => URL.revokeObjectURL(address), OPEN_MS)
    })
  const bring = (): void => run(async () => void client.setQueryData(['hand-in-batch', batch.batchId], await deliver(batch.batchId)))
  return (
    <>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <p className="row">
        {batch.handedOverAt === null ? (
          <CommandButton kind="main" icon="print" busy={busy} onPress={() => print('cover-sheet')}>
            {say('cover')}
          </CommandButton>
        ) : (
          <CommandButton kind="main" icon="print" busy={busy} onPress={() => print('receipt')}>
            {say('receipt')}
          </CommandButton>
        )}
        {batch.deliveredAt === null && batch.handedOverAt === null ? (
          <CommandButton busy={busy} onPress={bring}>
            {say('bring')}
          </CommandButton>
        ) : null}
      </p>
    </>
  )
}

const Piles = ({ batch }: Props) => {
  const say = handInMessages.useSay()
  const { language } = useLanguage()
  const missing = batch.forms.filter(({ receivedAt }) => receivedAt === null)
  const received = batch.forms.filter(({ receivedAt }) => receivedAt !== null)
  return (
    <>
      <h2>{say('missing', { count: String(missing.length) })}</h2>
      {missing.length > 0 && batch.handedOverAt !== null ? <p>{say('missingText')}</p> : null}
      <ul>
        {missing.map(({ position, fullName, codeTail }) => (
          <li key={position}>
            {position}. {fullName}, …{codeTail}
          </li>
        ))}
      </ul>
      <h2>{say('odd', { count: String(batch.odds.length) })}</h2>
      <ul>
        {batch.odds.map(({ codeTail, sentence, at }) => (
          <li key={`${codeTail} ${at}`}>
            …{codeTail}: {sentence[language]} ({formatInstant(at)})
          </li>
        ))}
      </ul>
      <details>
        <summary>{say('received', { count: String(received.length) })}</summary>
        <ul>
          {received.map(({ position, fullName, codeTail, receivedAt }) => (
            <li key={position}>
              {position}. {fullName}, …{codeTail}, {receivedAt === null ? '' : formatInstant(receivedAt)}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

const Shown = ({ batch }: Props) => {
  const say = handInMessages.useSay()
  return (
    <>
      <p>
        {batch.batchNumber}, {batch.employerName}, {batch.officeName}
      </p>
      <output className="batch-count">{say('receivedOf', { received: String(batch.received), expected: String(batch.expected) })}</output>
      <p>
        {batch.handedOverAt !== null
          ? say('handedOver', { at: formatInstant(batch.handedOverAt) })
          : batch.deliveredAt !== null
            ? say('delivered', { at: formatInstant(batch.deliveredAt) })
            : say('notDelivered')}
      </p>
      <Commands batch={batch} />
      <Piles batch={batch} />
      <p className="small">{say('asOf', { time: formatInstant(batch.asOf) })}</p>
    </>
  )
}

/** One batch as the employer sees it: the list, what the office received, what not and why. */
export const HandInBatchPage = ({ params }: { readonly params: Readonly<Record<string, string>> }) => {
  const say = handInMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('batchTitle'))
  const batchId = params['batchId'] ?? ''
  const found = useQuery({
    queryKey: ['hand-in-batch', batchId],
    queryFn: ({ signal }) => getHandInBatch(batchId, signal),
    refetchInterval: ({ state }) => (state.data?.handedOverAt === null ? WATCH_MS : false),
  })
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('batchTitle')}</h1>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : <Shown batch={found.data} />}
      <p>
        <AreaLink to="/don-vi/nop-ho-so" className="button-plain">
          {say('back')}
        </AreaLink>
      </p>
    </main>
  )
}
