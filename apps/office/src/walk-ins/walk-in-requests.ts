import type { AnswerOf, BodyOf, findWaitingRoute } from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export type Said = BodyOf<typeof findWaitingRoute>
export type Found = AnswerOf<typeof findWaitingRoute>

/** Registrations that wait and agree with everything said; refused with `two-facts-needed` for less than two facts. */
export const findWaiting = async (said: Said, signal: AbortSignal): Promise<Found> =>
  callApi<typeof findWaitingRoute>('POST', '/api/counter/waiting', { body: said, signal })

export const NOTHING_SAID: Said = { fullName: null, bornOn: null, phoneTail: null, idTail: null }
