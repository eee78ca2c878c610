import type { Adjustable } from '@an-sinh/contract'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from '../shared/api/call.ts'

export const ADJUSTABLE_KEY = ['me', 'adjustable']

/** What may be adjusted, as it stands now. */
export const useAdjustable = (): UseQueryResult<Adjustable> =>
  useQuery({ queryKey: ADJUSTABLE_KEY, queryFn: async () => call('GET /api/me/adjustable', {}), staleTime: 0 })
