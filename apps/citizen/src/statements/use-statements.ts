import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'

export const STATEMENTS_KEY = ['me', 'statements'] as const

export const useStatements = (): UseQueryResult<AnswerTo<'GET /api/me/statements'>> =>
  useQuery({ queryKey: STATEMENTS_KEY, queryFn: async () => call('GET /api/me/statements', {}), staleTime: 0 })
