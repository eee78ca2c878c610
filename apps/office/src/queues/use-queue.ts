import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { isSomebodyHere } from '../shared/activity.ts'
import { listQueue, type QueueName } from './queue-requests.ts'

const REFRESH_MS = 30_000

/** Pages of a queue, refreshed while somebody is at the desk. */
export const useQueue = (queue: QueueName, q: string) =>
  useInfiniteQuery({
    queryKey: ['queue', queue, q],
    queryFn: ({ pageParam, signal }) => listQueue({ queue, q, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: () => (isSomebodyHere() ? REFRESH_MS : false),
  })

/**
 * The case that comes after this one in its queue and that nobody holds; the first one where this one is not among them.
 */
export const useNextInQueue = (queue: QueueName, registrationId: string): string | null => {
  const { data } = useQuery({
    queryKey: ['queue', queue, 'next'],
    queryFn: ({ signal }) => listQueue({ queue, q: '', cursor: null }, signal),
    staleTime: REFRESH_MS,
  })
  const items = data?.items ?? []
  const after = items.slice(items.findIndex((item) => item.registrationId === registrationId) + 1)
  const isFree = ({ registrationId: other, lock }: (typeof items)[number]): boolean =>
    other !== registrationId && (lock === null || lock.mine)
  return (after.find(isFree) ?? items.find(isFree))?.registrationId ?? null
}
