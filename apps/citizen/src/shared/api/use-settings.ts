import { useQuery } from '@tanstack/react-query'
import { call } from './call.ts'
import type { AnswerTo } from './routes.ts'

export type PublicSettings = AnswerTo<'GET /api/settings'>

/** Hotline, privacy text version, whether this is a demonstration; undefined until known. */
export const useSettings = (): PublicSettings | undefined =>
  useQuery({ queryKey: ['settings'], queryFn: async () => call('GET /api/settings', {}), staleTime: 600_000 }).data
