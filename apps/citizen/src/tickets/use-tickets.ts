import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { findPersonTag } from '../shared/outbox/current-person.ts'

export const TICKETS_KEY = ['me', 'tickets'] as const

export const useTickets = (): UseQueryResult<AnswerTo<'GET /api/me/tickets'>> =>
  useQuery({ queryKey: [...TICKETS_KEY], queryFn: async () => call('GET /api/me/tickets', {}) })

/** Who asks: signed in, nobody that we know, or not known yet. Without a network whoever signed in on this device last. */
export const useAsker = (): 'own' | 'stranger' | 'unknown' => {
  const tickets = useTickets()
  const kept = useQuery({ queryKey: ['person-tag'], queryFn: async () => (await findPersonTag()) ?? '', networkMode: 'always' })
  if (tickets.data !== undefined) return 'own'
  if (findCode(tickets.error) === 'not-signed-in') return 'stranger'
  if (tickets.isPending && tickets.fetchStatus !== 'paused' && tickets.failureCount === 0) return 'unknown'
  if (kept.data === undefined) return 'unknown'
  return kept.data === '' ? 'stranger' : 'own'
}
