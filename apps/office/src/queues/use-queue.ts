import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
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
