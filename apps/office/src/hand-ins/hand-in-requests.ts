import type {
  AnswerOf,
  AsideReason,
  deliverHandInBatchRoute,
  getHandInBatchRoute,
  getHandInCoverRoute,
  getHandInReceiptRoute,
  getHandInsRoute,
  HandInBatch,
  HandIns,
  makeHandInBatchRoute,
  putFormAsideRoute,
  tickFormRoute,
} from '@an-sinh/contract'
import { callApi, fetchFile } from '../shared/call-api.ts'

export type Ticked = AnswerOf<typeof tickFormRoute>
export type MadeBatches = AnswerOf<typeof makeHandInBatchRoute>
type Sheet = 'cover-sheet' | 'receipt'

export const getHandIns = (signal: AbortSignal): Promise<HandIns> =>
  callApi<typeof getHandInsRoute>('GET', '/api/employer/hand-ins', { signal })

export const tickForm = (body: { code: string | null; entryId: string | null }): Promise<Ticked> =>
  callApi<typeof tickFormRoute>('POST', '/api/employer/hand-ins/ticks', { body })

export const putAside = (entryId: string, reason: AsideReason | null): Promise<undefined> =>
  callApi<typeof putFormAsideRoute>('POST', '/api/employer/hand-ins/:entryId/put-aside', { params: { entryId }, body: { reason } })

export const makeBatches = (): Promise<MadeBatches> => callApi<typeof makeHandInBatchRoute>('POST', '/api/employer/hand-in-batches', {})

export const getHandInBatch = (batchId: string, signal: AbortSignal): Promise<HandInBatch> =>
  callApi<typeof getHandInBatchRoute>('GET', '/api/employer/hand-in-batches/:batchId', { params: { batchId }, signal })

export const deliver = (batchId: string): Promise<HandInBatch> =>
  callApi<typeof deliverHandInBatchRoute>('POST', '/api/employer/hand-in-batches/:batchId/delivery', { params: { batchId } })

export const fetchSheet = (batchId: string, sheet: Sheet): Promise<Blob> =>
  sheet === 'receipt'
    ? fetchFile<typeof getHandInReceiptRoute>('GET', '/api/employer/hand-in-batches/:batchId/receipt', { params: { batchId } })
    : fetchFile<typeof getHandInCoverRoute>('GET', '/api/employer/hand-in-batches/:batchId/cover-sheet', { params: { batchId } })
