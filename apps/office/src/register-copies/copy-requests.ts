import type { AnswerOf, listRosterKeysRoute, makeRosterKeyRoute, revokeRosterKeyRoute } from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export type RosterKeys = AnswerOf<typeof listRosterKeysRoute>
export type MadeKey = AnswerOf<typeof makeRosterKeyRoute>

export const listRosterKeys = (signal: AbortSignal): Promise<RosterKeys> =>
  callApi<typeof listRosterKeysRoute>('GET', '/api/employer/roster-keys', { signal })
export const makeRosterKey = (name: string): Promise<MadeKey> =>
  callApi<typeof makeRosterKeyRoute>('POST', '/api/employer/roster-keys', { body: { name } })
export const revokeRosterKey = (keyId: string): Promise<RosterKeys> =>
  callApi<typeof revokeRosterKeyRoute>('DELETE', '/api/employer/roster-keys/:keyId', { params: { keyId } })
