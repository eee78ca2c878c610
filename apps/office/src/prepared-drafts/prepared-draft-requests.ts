import type { AnswerOf, listPreparableRoute, prepareDraftsRoute, withdrawDraftRoute } from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export type PreparableList = AnswerOf<typeof listPreparableRoute>
export type MadeSlips = AnswerOf<typeof prepareDraftsRoute>

export const listPreparable = (q: string, signal: AbortSignal): Promise<PreparableList> =>
  callApi<typeof listPreparableRoute>('GET', '/api/employer/prepared-drafts', { query: q === '' ? {} : { q }, signal })
export const prepareDrafts = (entryIds: string[]): Promise<MadeSlips> =>
  callApi<typeof prepareDraftsRoute>('POST', '/api/employer/prepared-drafts', { body: { entryIds } })
export const withdrawDraft = (draftId: string): Promise<undefined> =>
  callApi<typeof withdrawDraftRoute>('DELETE', '/api/employer/prepared-drafts/:draftId', { params: { draftId } })
