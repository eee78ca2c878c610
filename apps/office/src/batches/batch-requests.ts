import type {
  AnswerOf,
  Batch,
  findBatchRoute,
  getBatchReceiptRoute,
  getBatchRoute,
  handOverBatchRoute,
  listBatchesRoute,
  scanBatchFormRoute,
} from '@an-sinh/contract'
import { callApi, fetchFile } from '../shared/call-api.ts'

export type BatchSummary = AnswerOf<typeof listBatchesRoute>['batches'][number]
export type BatchScan = AnswerOf<typeof scanBatchFormRoute>

export const listBatches = async (signal: AbortSignal): Promise<BatchSummary[]> =>
  (await callApi<typeof listBatchesRoute>('GET', '/api/counter/batches', { signal })).batches

export const findBatch = (code: string): Promise<Batch> =>
  callApi<typeof findBatchRoute>('POST', '/api/counter/batch-lookups', { body: { code } })

export const getBatch = (batchId: string, signal: AbortSignal): Promise<Batch> =>
  callApi<typeof getBatchRoute>('GET', '/api/counter/batches/:batchId', { params: { batchId }, signal })

export const scanForm = (batchId: string, scanId: string, code: string): Promise<BatchScan> =>
  callApi<typeof scanBatchFormRoute>('POST', '/api/counter/batches/:batchId/forms', { params: { batchId }, body: { scanId, code } })

export const handOver = (batchId: string): Promise<Batch> =>
  callApi<typeof handOverBatchRoute>('POST', '/api/counter/batches/:batchId/hand-over', { params: { batchId } })

export const fetchReceipt = (batchId: string): Promise<Blob> =>
  fetchFile<typeof getBatchReceiptRoute>('GET', '/api/counter/batches/:batchId/receipt', { params: { batchId } })
