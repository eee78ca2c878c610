import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { StoredLock } from './database.ts'
import { findCardLock, type HeldCard } from './card-store.ts'
import { listHeldCards } from './own-card.ts'

type Device = { readonly cards: readonly HeldCard[]; readonly lock: StoredLock | null }

export const HELD_CARDS_KEY = ['me', 'held-cards'] as const

const readDevice = async (): Promise<Device> => {
  const [cards, lock] = await Promise.all([listHeldCards(), findCardLock().catch(() => null)])
  return { cards, lock }
}

/** The cards of this device and their lock: one's own, and those of children. */
export const useHeldCards = (): UseQueryResult<Device> =>
  useQuery({ queryKey: HELD_CARDS_KEY, queryFn: readDevice, staleTime: 0, retry: false })
