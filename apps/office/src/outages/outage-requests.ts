import type { catchUpCasesRoute, Outcome, printExpectedCasesRoute } from '@an-sinh/contract'
import { callApi, fetchFile } from '../shared/call-api.ts'

export const printExpected = (): Promise<Blob> => fetchFile<typeof printExpectedCasesRoute>('POST', '/api/counter/expected-prints', {})

/** Sent again after a lost answer each is the same receipt. */
export const catchUp = async (entries: { entryId: string; code: string; receivedAt: string }[]): Promise<Outcome[]> =>
  (await callApi<typeof catchUpCasesRoute>('POST', '/api/counter/catch-ups', { body: { entries } })).rows
