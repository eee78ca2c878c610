import { formatDateVi } from '@an-sinh/domain'
import { CommandButton, Notice } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { switchChipReader, useChipReader } from '../shared/chip-reader.ts'
import { useOnlyReads } from '../shared/only-reads.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { nameOnCard, type ScannedCard } from '../shared/scanned-card.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { WaitingList } from './waiting-list.tsx'
import { NO_FACTS, type TypedFacts, WaitingForm } from './waiting-form.tsx'
import { walkInMessages } from './walk-in-messages.ts'
import { findWaiting, NOTHING_SAID, type Said } from './walk-in-requests.ts'

/** What a card tells of its holder, as the four fields hold it. The whole number is its own tail. */
const factsOf = (card: ScannedCard | null): TypedFacts =>
  card === null ? NO_FACTS : { ...NO_FACTS, fullName: nameOnCard(card), bornOn: formatDateVi(card.bornOn), idTail: card.nationalId }

const saidOf = (card: ScannedCard): Said => ({ fullName: nameOnCard(card), bornOn: card.bornOn, phoneTail: null, idTail: card.nationalId })

const ReaderSwitch = () => {
  const say = walkInMessages.useSay()
  const state = useChipReader()
  return (
    <CommandButton kind="plain" pressed={state !== 'off'} onPress={() => switchChipReader(state === 'off')}>
      {say(`reader-${state}`)}
    </CommandButton>
  )
}

type Props = {
  readonly card: ScannedCard | null
  readonly onOpen: (registrationId: string) => void
  readonly onNew: () => void
  /** What other features put below. */
  readonly archive: ReactNode
}

/** Somebody stands at the counter without a code: two facts, or their identity card, lead to the registration that waits. */
export const WaitingPage = ({ card, onOpen, onNew, archive }: Props) => {
  const say = walkInMessages.useSay()
  const onlyReads = useOnlyReads()
  usePageTitle(say('title'))
  const [facts, setFacts] = useState(() => factsOf(card))
  // A search that is asked for again is asked again: somebody may have come meanwhile.
  const [asked, setAsked] = useState({ said: card === null ? null : saidOf(card), times: 0 })
  const { data, error, isFetching } = useQuery({
    queryKey: ['waiting', asked],
    queryFn: ({ signal }) => findWaiting(asked.said ?? NOTHING_SAID, signal),
    enabled: asked.said !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return (
    <main id="main" className="page waiting-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('lead')}</p>
      {card === null ? null : <Notice kind="info" title={say('cardRead', { name: nameOnCard(card) })} />}
      {card !== null && 'failedChecks' in card && card.failedChecks.length > 0 ? <Notice kind="warning" title={say('cardFails')} /> : null}
      <WaitingForm
        facts={facts}
        waiting={isFetching}
        onChange={setFacts}
        onFind={(said) => setAsked(({ times }) => ({ said, times: times + 1 }))}
      />
      {error === null ? null : <ProblemNotice error={error} />}
      {data === undefined ? null : <WaitingList key={asked.times} found={data} onOpen={onOpen} />}
      <div className="button-row">
        {onlyReads ? null : <CommandButton onPress={onNew}>{say('notRegistered')}</CommandButton>}
        <ReaderSwitch />
      </div>
      {onlyReads ? null : archive}
    </main>
  )
}
