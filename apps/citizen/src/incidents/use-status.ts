import type { SystemStatus } from '@an-sinh/contract'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from '../shared/api/call.ts'

const AGAIN_MS = 120_000

/** How the product stands. The service worker keeps the last answer, with its time, for when there is no network. */
export const useStatus = (announced = ''): UseQueryResult<SystemStatus> =>
  useQuery({
    queryKey: ['status', announced],
    queryFn: async () => call('GET /api/status', {}),
    staleTime: 15_000,
    refetchInterval: AGAIN_MS,
  })
