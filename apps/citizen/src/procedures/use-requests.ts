import type { CorrectionRequest } from '@an-sinh/contract'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from '../shared/api/call.ts'

export const REQUESTS_KEY = ['me', 'correction-requests']

/** One's own requests, newest first. */
export const useRequests = (): UseQueryResult<CorrectionRequest[]> =>
  useQuery({ queryKey: REQUESTS_KEY, queryFn: async () => (await call('GET /api/me/correction-requests', {})).requests })
