import { useQuery, useQueryClient } from '@tanstack/react-query'
import { findCode } from '../shared/api/failure.ts'
import { fetchOwnCard, findCardLock, type HeldCard, listHeldCards, type StoredLock } from '../shared/offline-cards/index.ts'
import { useOnline } from '../shared/page/use-online.ts'

export type OwnCard = {
  /** Undefined while the device is being read, null when neither the device nor the register gave a card. */
  readonly held: HeldCard | null | undefined
  readonly lock: StoredLock | null
  /** It comes from the register just now, not from the device. */
  readonly isFresh: boolean
  readonly isSignedOut: boolean
  readonly failure: unknown
  readonly retry: () => void
  /** The lock was changed: read again. */
  readonly reread: () => void
}

const readDevice = async (): Promise<{ readonly cards: readonly HeldCard[]; readonly lock: StoredLock | null }> => {
  const [cards, lock] = await Promise.all([listHeldCards(), findCardLock().catch(() => null)])
  return { cards, lock }
}

/** The device's card at once, the register's when there is a network; without one nothing is asked. */
export const useOwnCard = (): OwnCard => {
  const queryClient = useQueryClient()
  const online = useOnline()
  const device = useQuery({ queryKey: ['me', 'held-cards'], queryFn: readDevice, staleTime: 0, retry: false })
  const fresh = useQuery({
    queryKey: ['me', 'health-card'],
    queryFn: async () => {
      const card = await fetchOwnCard(queryClient)
      await queryClient.invalidateQueries({ queryKey: ['me', 'held-cards'] })
      return card
    },
    enabled: online,
  })
  const kept = device.data?.cards.find(({ isOwn }) => isOwn)
  const isWaiting = device.isPending || (kept === undefined && online && fresh.isPending)
  return {
    held: fresh.data ?? kept ?? (isWaiting ? undefined : null),
    // Until the device has been read nothing may be shown: the lock is not known yet.
    lock: device.data?.lock ?? null,
    isFresh: fresh.data !== undefined,
    isSignedOut: findCode(fresh.error) === 'not-signed-in',
    failure: online ? fresh.error : null,
    retry: () => void fresh.refetch(),
    reread: () => void device.refetch(),
  }
}
