import { useQuery, useQueryClient } from '@tanstack/react-query'
import { findCode } from '../shared/api/failure.ts'
import {
  fetchOwnCard,
  fetchSubjectCard,
  HELD_CARDS_KEY,
  type HeldCard,
  type StoredLock,
  useHeldCards,
} from '../shared/offline-cards/index.ts'
import { useOnline } from '../shared/online/use-online.ts'
import { type Profile, subjectOf, useProfile } from '../shared/profile/profile.ts'

export type ShownCard = {
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

/** The register says that this person's card is no longer ours to see: what the device keeps of it is not shown either. */
const isTakenAway = (error: unknown): boolean =>
  ['representation-over', 'representation-unknown', 'area-not-granted'].includes(findCode(error) ?? '')

const isOf = (held: HeldCard, profile: Profile | null): boolean =>
  profile === null ? held.isOwn : held.card?.child?.representationId === profile.representationId

/** The card of whoever is shown: the device's at once, the register's when there is a network; without one nothing is asked. */
export const useCard = (): ShownCard => {
  const queryClient = useQueryClient()
  const online = useOnline()
  const profile = useProfile()
  const device = useHeldCards()
  const fresh = useQuery({
    queryKey: [...subjectOf(profile).key, 'health-card'],
    queryFn: async () => {
      const card = await (profile === null ? fetchOwnCard(queryClient) : fetchSubjectCard(queryClient, profile))
      await queryClient.invalidateQueries({ queryKey: HELD_CARDS_KEY })
      return card
    },
    enabled: online,
  })
  const kept = isTakenAway(fresh.error) ? undefined : device.data?.cards.find((held) => isOf(held, profile))
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
