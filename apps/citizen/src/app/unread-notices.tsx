import { Tag, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../shared/api/call.ts'
import { TEXTS } from './texts.ts'

/** How many messages wait; nothing while none does or nobody knows. */
export const UnreadNotices = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useQuery({
    queryKey: ['me', 'unread'],
    queryFn: async () => (await call('GET /api/me/unread-notices', {})).unread,
    staleTime: 0,
  })
  const unread = query.data ?? 0
  return unread === 0 ? null : <Tag>{text('entry-notices-unread', { count: String(unread) })}</Tag>
}
