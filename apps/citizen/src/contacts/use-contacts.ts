import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'

export type OwnContacts = AnswerTo<'GET /api/me/contacts'>

export const useContacts = (): UseQueryResult<OwnContacts> =>
  useQuery({ queryKey: ['me', 'contacts'], queryFn: async () => call('GET /api/me/contacts', {}), staleTime: 0 })
