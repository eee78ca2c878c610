import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { useSubject } from '../shared/profile/profile.ts'

export type Participation = AnswerTo<'GET /api/me/participation'>

/** One's history, as it stands or as it was known at the end of a day. */
export const useParticipation = (knownOn: string | null): UseQueryResult<Participation> => {
  const subject = useSubject()
  return useQuery({
    queryKey: [...subject.key, 'participation', knownOn],
    queryFn: async () => call('GET /api/me/participation', { query: { ...subject.query, ...(knownOn === null ? {} : { knownOn }) } }),
  })
}
