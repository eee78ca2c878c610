import type { AnswerOf, BodyOf, DeskBadge, getAgentBadgeRoute, listAgentBadgesRoute, withdrawAgentBadgeRoute } from '@an-sinh/contract'
import { callApi, fetchFile } from '../shared/call-api.ts'

export type Withdrawal = BodyOf<typeof withdrawAgentBadgeRoute>

export const listBadges = (q: string, signal: AbortSignal): Promise<AnswerOf<typeof listAgentBadgesRoute>> =>
  callApi<typeof listAgentBadgesRoute>('GET', '/api/agent-badges', { query: { q }, signal })

export const fetchBadge = (pointCode: string): Promise<Blob> =>
  fetchFile<typeof getAgentBadgeRoute>('GET', '/api/collection-points/:pointCode/badge', { params: { pointCode } })

export const withdrawBadge = (pointCode: string, body: Withdrawal): Promise<DeskBadge> =>
  callApi<typeof withdrawAgentBadgeRoute>('POST', '/api/collection-points/:pointCode/badge-withdrawals', { params: { pointCode }, body })
