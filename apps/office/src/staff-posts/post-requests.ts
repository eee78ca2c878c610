import type { AnswerOf, BodyOf, Colleague, givePostRoute, listColleaguesRoute } from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export type Colleagues = AnswerOf<typeof listColleaguesRoute>
export type Post = BodyOf<typeof givePostRoute>

export const listColleagues = (signal: AbortSignal): Promise<Colleagues> =>
  callApi<typeof listColleaguesRoute>('GET', '/api/staff/colleagues', { signal })

export const givePost = (staffId: number, body: Post): Promise<Colleague> =>
  callApi<typeof givePostRoute>('POST', '/api/staff/colleagues/:staffId/posts', { params: { staffId: String(staffId) }, body })
