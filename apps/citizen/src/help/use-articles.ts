import type { HelpArticleAnswer } from '@an-sinh/contract'
import { useLanguage } from '@an-sinh/ui'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { callAndKeep } from '../shared/api/call-and-keep.ts'

/** All articles in the language of the screen; what was read once is kept for when there is no network. */
export const useArticles = (): UseQueryResult<HelpArticleAnswer[]> => {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['help-articles', language],
    queryFn: async () => (await callAndKeep('GET /api/help-articles', { query: { language } })).articles,
    staleTime: 600_000,
    gcTime: 3_600_000,
  })
}
