import { formatDateVi } from '@an-sinh/domain'
import { Notice } from '@an-sinh/ui'
import { useEffect, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { nameOnCard, type ScannedCard } from '../shared/scanned-card.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { WaitingList } from './waiting-list.tsx'
import { NO_FACTS, type TypedFacts, WaitingForm } from './waiting-form.tsx'
import { walkInMessages } from './walk-in-messages.ts'
import { type Found, findWaiting, type Said } from './walk-in-requests.ts'

/** What a card tells of its holder, as the four fields hold it. The whole number is its own tail. */
const factsOf = (card: ScannedCard | null): TypedFacts =>
  card === null ? NO_FACTS : { ...NO_FACTS, fullName: nameOnCard(card), bornOn: formatDateVi(card.bornOn), idTail: card.nationalId }

const saidOf = (card: ScannedCard): Said => ({ fullName: nameOnCard(card), bornOn: card.bornOn, phoneTail: null, idTail: card.nationalId })

type Props = { readonly card: ScannedCard | null; readonly onOpen: (registrationId: string) => void }

/** Somebody stands at the counter without a code: two facts, or their identity card, lead to the registration that waits. */
export const WaitingPage = ({ card, onOpen }: Props) => {
  const say = walkInMessages.useSay()
  usePageTitle(say('title'))
  const [facts, setFacts] = useState(() => factsOf(card))
  const [found, setFound] = useState<Found | null>(null)
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const find = async (said: Said): Promise<void> => {
    setWaiting(true)
    setProblem(null)
    try {
      setFound(await findWaiting(said))
    } catch (error) {
      setFound(null)
      setProblem(error)
    } finally {
      setWaiting(false)
    }
  }
  useEffect(() => {
    if (card !== null) void find(saidOf(card))
  }, [card])
  return (
    <main id="main" className="page waiting-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('lead')}</p>
      {card === null ? null : <Notice kind="info" title={say('cardRead', { name: nameOnCard(card) })} />}
      <WaitingForm facts={facts} waiting={waiting} onChange={setFacts} onFind={(said) => void find(said)} />
      {problem === null ? null : <ProblemNotice error={problem} />}
      {found === null ? null : <WaitingList found={found} onOpen={onOpen} />}
    </main>
  )
}
