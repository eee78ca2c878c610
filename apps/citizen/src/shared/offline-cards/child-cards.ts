import type { QueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import type { Profile } from '../profile/profile.ts'
import { type HeldCard, keepOnlyCardsOf, saveOfflineCard } from './card-store.ts'
import type { OfflineCard } from './offline-card.ts'
import { fetchMe, listHeldCards, toOfflineCard } from './own-card.ts'

const DAY_MS = 24 * 3_600_000
/** What a child's card is kept under; the guardian's own number never meets it. */
const nameOf = ({ representationId }: Pick<Profile, 'representationId'>): string => `child/${representationId}`

/**
 * Asks the register for the card of somebody who is represented. A child's is sealed for the days without a network; a mandator's is kept
 * nowhere, so that what is taken back is gone at once.
 */
export const fetchSubjectCard = async (queryClient: QueryClient, profile: Profile): Promise<HeldCard> => {
  const me = await queryClient.query({ queryKey: ['me'], queryFn: fetchMe, staleTime: 30_000 })
  const { representationId, areas, lastOn } = profile
  const answer = await call('GET /api/me/health-card', { query: { for: representationId } })
  const card: OfflineCard = {
    ...toOfflineCard(answer),
    ...(profile.kind === 'child' ? { child: { representationId, areas, lastOn } } : {}),
  }
  // Without storage (a private window) the card is shown as long as the page is open.
  if (profile.kind === 'child') await saveOfflineCard(nameOf(profile), card, me.insuranceNumber).catch(() => false)
  return { tag: representationId, isOwn: false, savedAt: Date.now(), card }
}

/** Children who may be seen stay on the phone, fetched again once a day; the card of everybody else goes. */
export const refreshChildCards = async (queryClient: QueryClient, children: readonly Profile[]): Promise<void> => {
  const { insuranceNumber } = await queryClient.query({ queryKey: ['me'], queryFn: fetchMe, staleTime: 30_000 })
  await keepOnlyCardsOf([insuranceNumber, ...children.map(nameOf)], insuranceNumber)
  const held = await listHeldCards()
  const isOld = ({ representationId }: Profile): boolean =>
    !held.some(({ card, savedAt }) => card?.child?.representationId === representationId && Date.now() - savedAt < DAY_MS)
  for (const child of children.filter(isOld)) await fetchSubjectCard(queryClient, child)
}

/** A child of whom a card is kept, as a profile to switch to without a network. */
export const toProfile = ({ card }: HeldCard): Profile | null =>
  card?.child === undefined ? null : { ...card.child, kind: 'child', fullName: card.fullName }
