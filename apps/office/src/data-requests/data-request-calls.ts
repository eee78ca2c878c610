import type {
  DataRequestCase,
  DataRequestItem,
  getDataRequestCaseRoute,
  listDataRequestQueueRoute,
  moveDataRequestRoute,
} from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export type Move = 'answer' | 'finish' | 'refuse'

export const listDataRequestQueue = async (signal: AbortSignal): Promise<DataRequestItem[]> =>
  (await callApi<typeof listDataRequestQueueRoute>('GET', '/api/counter/data-requests', { signal })).items

export const getDataRequestCase = async (requestId: string, signal: AbortSignal): Promise<DataRequestCase> =>
  callApi<typeof getDataRequestCaseRoute>('GET', '/api/counter/data-requests/:requestId', { params: { requestId }, signal })

export const moveDataRequest = async (
  requestId: string,
  body: { readonly version: number; readonly move: Move; readonly note: string },
): Promise<DataRequestCase> =>
  callApi<typeof moveDataRequestRoute>('POST', '/api/counter/data-requests/:requestId/moves', { params: { requestId }, body })
