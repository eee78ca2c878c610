import type { AnswerOf, BodyOf, BulkRun, getBulkFormsRoute, getBulkRunRoute, startBulkRunRoute, stopBulkRunRoute } from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export type BulkOverview = AnswerOf<typeof getBulkFormsRoute>

export const getBulkForms = (signal: AbortSignal): Promise<BulkOverview> =>
  callApi<typeof getBulkFormsRoute>('GET', '/api/employer/bulk-forms', { signal })

export const startRun = (body: BodyOf<typeof startBulkRunRoute>): Promise<BulkRun> =>
  callApi<typeof startBulkRunRoute>('POST', '/api/employer/bulk-forms', { body })

export const getRun = (runId: string, signal: AbortSignal): Promise<BulkRun> =>
  callApi<typeof getBulkRunRoute>('GET', '/api/employer/bulk-forms/:runId', { params: { runId }, signal })

export const stopRun = (runId: string): Promise<BulkRun> =>
  callApi<typeof stopBulkRunRoute>('POST', '/api/employer/bulk-forms/:runId/stop', { params: { runId } })

/** The browser fetches it as any file, so that it never lies in the page's memory. */
export function fetchRunFile(runId: string): void {
  const link = document.createElement('a')
  link.href = `/api/employer/bulk-forms/${runId}/file`
  link.download = 'to-khai-mau-01.pdf'
  link.click()
}
