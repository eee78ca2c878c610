import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'

export const DATA_REQUESTS_KEY = ['me', 'data-requests']

/** One's own requests, newest first, and what may be asked. */
export const useDataRequests = (): UseQueryResult<AnswerTo<'GET /api/me/data-requests'>> =>
  useQuery({ queryKey: DATA_REQUESTS_KEY, queryFn: async () => call('GET /api/me/data-requests', {}) })
