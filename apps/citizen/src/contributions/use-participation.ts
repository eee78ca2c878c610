import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'

export type Participation = AnswerTo<'GET /api/me/participation'>

/** One's history, as it stands or as it was known at the end of a day. */
export const useParticipation = (knownOn: string | null): UseQueryResult<Participation> =>
  useQuery({
    queryKey: ['me', 'participation', knownOn],
    queryFn: async () => call('GET /api/me/participation', { query: knownOn === null ? {} : { knownOn } }),
  })
