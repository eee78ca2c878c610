import type {
  AnswerOf,
  BodyOf,
  decideRequestRoute,
  getRequestCasePhotoRoute,
  getRequestCaseRoute,
  listRequestQueueRoute,
  RequestCase,
  RequestQueueName,
  undoRequestDecisionRoute,
} from '@an-sinh/contract'
import { callApi, fetchFile } from '../shared/call-api.ts'

export type QueuePage = AnswerOf<typeof listRequestQueueRoute>
export type DecisionOrder = BodyOf<typeof decideRequestRoute>
export type PhotoKind = RequestCase['photos'][number]['kind']

export type QueueQuestion = { readonly queue: RequestQueueName; readonly after: string | null; readonly fileNumber: string }

/** `fileNumber`: whole or its last part, found in whatever queue it stands; empty asks for the queue. */
export const listQueue = async ({ queue, after, fileNumber }: QueueQuestion, signal: AbortSignal): Promise<QueuePage> =>
  callApi<typeof listRequestQueueRoute>('POST', '/api/counter/request-queue', {
    body: { queue, ...(after === null ? {} : { after }), ...(fileNumber === '' ? {} : { fileNumber }) },
    signal,
  })

export const getRequest = async (requestId: string, signal: AbortSignal): Promise<RequestCase> =>
  callApi<typeof getRequestCaseRoute>('GET', '/api/counter/requests/:requestId', { params: { requestId }, signal })

export const fetchPhoto = async (requestId: string, kind: PhotoKind, signal: AbortSignal): Promise<Blob> =>
  fetchFile<typeof getRequestCasePhotoRoute>('GET', '/api/counter/requests/:requestId/photos/:kind', {
    params: { requestId, kind },
    signal,
  })

export const decide = async (requestId: string, body: DecisionOrder): Promise<RequestCase> =>
  callApi<typeof decideRequestRoute>('POST', '/api/counter/requests/:requestId/decision', { params: { requestId }, body })

export const undo = async (requestId: string, decisionId: string): Promise<RequestCase> =>
  callApi<typeof undoRequestDecisionRoute>('POST', '/api/counter/requests/:requestId/decision-undo', {
    params: { requestId },
    body: { decisionId },
  })
