import type { HandIns } from '@an-sinh/contract'
import { CommandButton, Notice, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AreaLink } from '../shared/area-link.tsx'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { handInMessages } from './hand-in-messages.ts'
import { getHandIns, type MadeBatches, makeBatches } from './hand-in-requests.ts'
import { SignedList, WaitingList } from './signed-list.tsx'
import { TickScan } from './tick-scan.tsx'

type Props = { readonly shown: HandIns; readonly onChanged: () => void }

const MakeBatch = ({ shown, onChanged }: Props) => {
  const say = handInMessages.useSay()
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<MadeBatches | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const run = async (): Promise<void> => {
    setMade(await makeBatches())
    onChanged()
  }
  const make = (): void => {
    setBusy(true)
    setProblem(null)
    run()
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return (
    <>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {made === null ? null : (
        <Notice kind="good" live title={say('made', { count: String(made.batches.length) })}>
          <ul>
            {made.batches.map(({ batchId, batchNumber, officeName, expected }) => (
              <li key={batchId}>
                <AreaLink to={`/don-vi/nop-ho-so/${batchId}`}>{say('openBatch', { number: batchNumber })}</AreaLink>: {officeName},{' '}
                {say('sheets', { count: String(expected) })}
              </li>
            ))}
          </ul>
          {made.left.length === 0 ? null : <p>{say('left', { names: made.left.map(({ fullName }) => fullName).join(', ') })}</p>}
        </Notice>
      )}
      {shown.ready.length === 0 ? null : (
        <p>
          <CommandButton kind="main" busy={busy} onPress={make}>
            {say('make', { count: String(shown.ready.length) })}
          </CommandButton>
        </p>
      )}
    </>
  )
}

const Batches = ({ shown: { batches } }: Props) => {
  const say = handInMessages.useSay()
  if (batches.length === 0) return <p>{say('noBatch')}</p>
  return (
    <ul>
      {batches.map((batch) => (
        <li key={batch.batchId}>
          <AreaLink to={`/don-vi/nop-ho-so/${batch.batchId}`}>{batch.batchNumber}</AreaLink>, {batch.officeName}:{' '}
          {say('receivedOf', { received: String(batch.received), expected: String(batch.expected) })}
          {', '}
          {batch.handedOverAt !== null
            ? say('handedOver', { at: formatInstant(batch.handedOverAt) })
            : batch.deliveredAt !== null
              ? say('delivered', { at: formatInstant(batch.deliveredAt) })
              : say('notDelivered')}
        </li>
      ))}
    </ul>
  )
}

const Shown = (props: Props) => {
  const say = handInMessages.useSay()
  const { shown, onChanged } = props
  return (
    <>
      <h2>{say('ready', { count: String(shown.ready.length) })}</h2>
      {shown.ready.length === 0 ? <p>{say('nothingReady')}</p> : <SignedList forms={shown.ready} onChanged={onChanged} />}
      <MakeBatch {...props} />
      {shown.putAside.length === 0 ? null : (
        <>
          <h2>{say('putAside', { count: String(shown.putAside.length) })}</h2>
          <SignedList forms={shown.putAside} onChanged={onChanged} />
        </>
      )}
      <WaitingList waiting={shown.waiting} count={shown.waitingCount} onChanged={onChanged} />
      <h2>{say('batches')}</h2>
      <Batches {...props} />
      <p className="small">{say('asOf', { time: formatInstant(shown.asOf) })}</p>
    </>
  )
}

/** Signed forms are ticked off, and go to the office as a batch. */
export const HandInsPage = () => {
  const say = handInMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('title'))
  const found = useQuery({ queryKey: ['hand-ins'], queryFn: ({ signal }) => getHandIns(signal) })
  const reload = (): void => void found.refetch()
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <TickScan onTicked={reload} />
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={reload} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : <Shown shown={found.data} onChanged={reload} />}
    </main>
  )
}
