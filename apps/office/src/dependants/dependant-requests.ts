import type {
  AnswerOf,
  DependantCase,
  decideDependantRoute,
  getCertificateRoute,
  getDependantCaseRoute,
  listDependantQueueRoute,
} from '@an-sinh/contract'
import { callApi, fetchFile } from '../shared/call-api.ts'

export type DependantItem = AnswerOf<typeof listDependantQueueRoute>['items'][number]
export type Decision = { readonly kind: 'approve' | 'refuse'; readonly personId: number | null; readonly reasonCode: string | null }

/** What waits at the own office, longest first. */
export const listDependantQueue = async (signal: AbortSignal): Promise<DependantItem[]> =>
  (await callApi<typeof listDependantQueueRoute>('GET', '/api/counter/dependant-requests', { signal })).items

export const getDependantCase = async (requestId: string, signal: AbortSignal): Promise<DependantCase> =>
  callApi<typeof getDependantCaseRoute>('GET', '/api/counter/dependant-requests/:requestId', { params: { requestId }, signal })

export const fetchCertificate = async (requestId: string, signal: AbortSignal): Promise<Blob> =>
  fetchFile<typeof getCertificateRoute>('GET', '/api/counter/dependant-requests/:requestId/certificate', { params: { requestId }, signal })

export const decideDependant = async (requestId: string, body: Decision): Promise<void> =>
  void (await callApi<typeof decideDependantRoute>('POST', '/api/counter/dependant-requests/:requestId/decision', {
    params: { requestId },
    body,
  }))
