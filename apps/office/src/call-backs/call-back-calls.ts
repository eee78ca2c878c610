import type { AnswerOf, BodyOf, listCallBacksRoute, recordCallRoute, takeCallBackRoute } from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export type Queue = AnswerOf<typeof listCallBacksRoute>
export type Taken = AnswerOf<typeof takeCallBackRoute>
type Outcome = BodyOf<typeof recordCallRoute>

export const listCallBacks = (signal: AbortSignal): Promise<Queue> =>
  callApi<typeof listCallBacksRoute>('GET', '/api/call-back-queue', { signal })
export const takeCallBack = (callBackId: string): Promise<Taken> =>
  callApi<typeof takeCallBackRoute>('POST', '/api/call-back-queue/:callBackId/taking', { params: { callBackId } })
export const recordCall = (callBackId: string, body: Outcome): Promise<AnswerOf<typeof recordCallRoute>> =>
  callApi<typeof recordCallRoute>('POST', '/api/call-back-queue/:callBackId/calls', { params: { callBackId }, body })
