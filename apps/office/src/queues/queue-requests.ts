import type { AnswerOf, findCaseRoute, findRequestRoute, listQueueRoute } from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export const QUEUE_NAMES = ['awaiting-visit', 'received', 'near-deadline', 'in-grace', 'returned', 'decided', 'expired'] as const
export type QueueName = (typeof QUEUE_NAMES)[number]
export type QueuePage = AnswerOf<typeof listQueueRoute>

/** One page of a queue of the own office; `cursor` null is the first one. Counts are exact and of all queues. */
export const listQueue = async (asked: { queue: QueueName; q: string; cursor: string | null }, signal: AbortSignal): Promise<QueuePage> =>
  callApi<typeof listQueueRoute>('POST', '/api/counter/queue', {
    body: { queue: asked.queue, ...(asked.q === '' ? {} : { q: asked.q }), ...(asked.cursor === null ? {} : { cursor: asked.cursor }) },
    signal,
  })

/** What was scanned or typed, untouched (the server repairs what a typing method rewrote) → registration id. */
export const findCase = async (code: string): Promise<string> =>
  (await callApi<typeof findCaseRoute>('POST', '/api/counter/lookups', { body: { code: code.slice(0, 300) } })).registrationId

/** Number of a request to put right, adjust or stop → request id. */
export const findRequest = async (fileNumber: string): Promise<string> =>
  (await callApi<typeof findRequestRoute>('POST', '/api/counter/request-lookups', { body: { fileNumber } })).requestId
