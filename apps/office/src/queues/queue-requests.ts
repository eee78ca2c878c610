import type {
  AnswerOf,
  assignCasesRoute,
  BodyOf,
  findCaseRoute,
  findRequestRoute,
  listDeskColleaguesRoute,
  listQueueRoute,
  Outcome,
  printCasesRoute,
  readScannedPictureRoute,
  receiveCasesRoute,
  remindCasesRoute,
} from '@an-sinh/contract'
import { callApi, fetchFile, sendBytes } from '../shared/call-api.ts'

export const QUEUE_NAMES = [
  'awaiting-visit',
  'mine',
  'office',
  'received',
  'near-deadline',
  'in-grace',
  'returned',
  'second-check',
  'fraud-review',
  'decided',
  'expired',
] as const
export type QueueName = (typeof QUEUE_NAMES)[number]
export type QueuePage = AnswerOf<typeof listQueueRoute>
export type Colleague = AnswerOf<typeof listDeskColleaguesRoute>['colleagues'][number]

/** One page of a queue of the own office; `cursor` null is the first one. Counts are exact and of all queues. */
export const listQueue = async (asked: { queue: QueueName; q: string; cursor: string | null }, signal: AbortSignal): Promise<QueuePage> =>
  callApi<typeof listQueueRoute>('POST', '/api/counter/queue', {
    body: { queue: asked.queue, ...(asked.q === '' ? {} : { q: asked.q }), ...(asked.cursor === null ? {} : { cursor: asked.cursor }) },
    signal,
  })

/** The text of the QR in a picture from the camera; null when the server sees none. */
export const readPicture = async (bytes: Blob): Promise<string | null> =>
  (await sendBytes<typeof readScannedPictureRoute>('POST', '/api/counter/scanned-pictures', { params: {}, bytes, headers: {} })).text

/** What was scanned or typed, untouched (the server repairs what a typing method rewrote) → registration id. */
export const findCase = async (code: string): Promise<string> =>
  (await callApi<typeof findCaseRoute>('POST', '/api/counter/lookups', { body: { code: code.slice(0, 300) } })).registrationId

/** Number of a request to put right, adjust or stop → request id. */
export const findRequest = async (fileNumber: string): Promise<string> =>
  (await callApi<typeof findRequestRoute>('POST', '/api/counter/request-lookups', { body: { fileNumber } })).requestId

export const remindCases = async (registrationIds: string[]): Promise<Outcome[]> =>
  (await callApi<typeof remindCasesRoute>('POST', '/api/counter/queue-reminders', { body: { registrationIds } })).rows

export const receiveCases = async (cases: BodyOf<typeof receiveCasesRoute>['cases']): Promise<Outcome[]> =>
  (await callApi<typeof receiveCasesRoute>('POST', '/api/counter/queue-receipts', { body: { cases } })).rows

export const assignCases = async (registrationIds: string[], staffId: number): Promise<Outcome[]> =>
  (await callApi<typeof assignCasesRoute>('POST', '/api/counter/queue-assignments', { body: { registrationIds, staffId } })).rows

export const listColleagues = async (signal: AbortSignal): Promise<Colleague[]> =>
  (await callApi<typeof listDeskColleaguesRoute>('GET', '/api/counter/colleagues', { signal })).colleagues

export const printCases = (registrationIds: string[], what: 'receipts' | 'list'): Promise<Blob> =>
  fetchFile<typeof printCasesRoute>('POST', '/api/counter/queue-prints', { body: { registrationIds, what } })
