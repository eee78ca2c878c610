import type { DependantRequest } from '@an-sinh/contract'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'

export const DEPENDANTS_KEY = ['me', 'representations'] as const
export const MANDATE_OFFERS_KEY = ['me', 'mandate-offers'] as const
export const DEPENDANT_REQUESTS_KEY = ['me', 'dependant-requests'] as const

export type Representations = AnswerTo<'GET /api/me/representations'>

/** Clerks and the other side decide these: what was read a moment ago is shown, and asked again at every page. */
const ASKED_AGAIN = { staleTime: 0 } as const

/** Whose data I may see, and who may see mine. */
export const useRepresentations = (): UseQueryResult<Representations> =>
  useQuery({ queryKey: DEPENDANTS_KEY, queryFn: async () => call('GET /api/me/representations', {}), ...ASKED_AGAIN })

/** One's own requests about children, newest first. */
export const useDependantRequests = (): UseQueryResult<DependantRequest[]> =>
  useQuery({
    queryKey: DEPENDANT_REQUESTS_KEY,
    queryFn: async () => (await call('GET /api/me/dependant-requests', {})).requests,
    ...ASKED_AGAIN,
  })

/** Mandates that I offered, and those that wait for my answer. */
export const useMandateOffers = (): UseQueryResult<AnswerTo<'GET /api/me/mandate-offers'>> =>
  useQuery({ queryKey: MANDATE_OFFERS_KEY, queryFn: async () => call('GET /api/me/mandate-offers', {}), ...ASKED_AGAIN })
