import type { CallBackWindows } from '@an-sinh/contract'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'

export const CALL_BACKS_KEY = ['me', 'call-backs'] as const

/** When one's own office can call. */
export const useOwnWindows = (): UseQueryResult<AnswerTo<'GET /api/me/call-back-windows'>> =>
  useQuery({ queryKey: [...CALL_BACKS_KEY, 'windows'], queryFn: async () => call('GET /api/me/call-back-windows', {}) })

/** When an office of a province can; nothing is asked while none is chosen. */
export const useWindows = (provinceCode: string | null): UseQueryResult<CallBackWindows> =>
  useQuery({
    queryKey: ['call-back-windows', provinceCode],
    queryFn: async () => call('GET /api/call-back-windows', { query: { provinceCode: provinceCode ?? '' } }),
    enabled: provinceCode !== null,
  })

export const useOwnCallBacks = (): UseQueryResult<AnswerTo<'GET /api/me/call-backs'>> =>
  useQuery({ queryKey: [...CALL_BACKS_KEY], queryFn: async () => call('GET /api/me/call-backs', {}) })
