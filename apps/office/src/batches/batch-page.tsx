import type { Batch } from '@an-sinh/contract'
import { CommandButton, ConfirmDialog, Waiting } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { batchMessages } from './batch-messages.ts'
import { BatchPiles } from './batch-piles.tsx'
import { fetchReceipt, getBatch, handOver } from './batch-requests.ts'
import { FormScan } from './form-scan.tsx'

/** A colleague scans at the same batch: their forms show after this many milliseconds. */
const WATCH_MS = 10_000
/** Until the other window has read it. */
const OPEN_MS = 60_000

type ShownProps = { readonly batch: Batch; readonly onBatch: (batch: Batch) => void }

const Closing = ({ batch, onBatch }: ShownProps) => {
  const say = batchMessages.useSay()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const run = (work: () => Promise<void>): void => {
    setBusy(true)
    setProblem(null)
    work()
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  const close = (): void =>
    run(async () => {
      onBatch(await handOver(batch.batchId))
      setAsking(false)
    })
  const print = (): void =>
    run(async () => {
      const address = URL.createObjectURL(await fetchReceipt(batch.batchId))
      window.open(address, '_blank', 'noopener')
      setTimeout(() => URL.revokeObjectURL(address), OPEN_MS)
    })
  const counts = { received: String(batch.received), expected: String(batch.expected), odd: String(batch.odd) }
  return (
    <>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {batch.handedOverAt === null ? (
        <CommandButton onPress={() => setAsking(true)}>{say('handOver')}</CommandButton>
      ) : (
        <CommandButton kind="main" icon="print" busy={busy} onPress={print}>
          {say('receipt')}
        </CommandButton>
      )}
      <ConfirmDialog
        open={asking}
        title={say('handOverTitle')}
        confirmLabel={say('confirm')}
        cancelLabel={say('cancel')}
        busy={busy}
        onConfirm={close}
        onCancel={() => setAsking(false)}
      >
        <p>{say('handOverText', counts)}</p>
      </ConfirmDialog>
    </>
  )
}

const Shown = ({ batch, onBatch }: ShownProps) => {
  const say = batchMessages.useSay()
  return (
    <>
      <p>
        {batch.employerName} – {batch.batchNumber}
      </p>
      <output className="batch-count">{say('countOf', { received: String(batch.received), expected: String(batch.expected) })}</output>
      <progress className="batch-progress" max={batch.expected} value={batch.received} aria-label={say('progress')} />
      {batch.handedOverAt === null ? <FormScan batchId={batch.batchId} onBatch={onBatch} /> : null}
      <BatchPiles batch={batch} />
      <Closing batch={batch} onBatch={onBatch} />
    </>
  )
}

/** One batch: each form in turn, how far it is, what fell out, the hand-over. */
export const BatchPage = ({ batchId, onBack }: { readonly batchId: string; readonly onBack: () => void }) => {
  const say = batchMessages.useSay()
  const common = sharedMessages.useSay()
  const client = useQueryClient()
  usePageTitle(say('title'))
  const found = useQuery({
    queryKey: ['batch', batchId],
    queryFn: ({ signal }) => getBatch(batchId, signal),
    refetchInterval: ({ state }) => (state.data?.handedOverAt === null ? WATCH_MS : false),
  })
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : <Shown batch={found.data} onBatch={(batch) => client.setQueryData(['batch', batchId], batch)} />}
      <p>
        <CommandButton kind="plain" onPress={onBack}>
          {say('back')}
        </CommandButton>
      </p>
    </main>
  )
}
