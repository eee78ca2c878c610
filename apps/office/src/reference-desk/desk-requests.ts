import type {
  AnswerOf,
  BodyOf,
  decideProposalRoute,
  getReferenceEntryRoute,
  listProposalsRoute,
  proposeReferenceChangeRoute,
  ReferenceProposal,
  searchReferenceEntriesRoute,
  withdrawProposalRoute,
} from '@an-sinh/contract'
import type { ReferenceList } from '@an-sinh/domain'
import { callApi } from '../shared/call-api.ts'

export type Entry = AnswerOf<typeof getReferenceEntryRoute>

export const searchEntries = (list: ReferenceList, q: string, signal: AbortSignal): Promise<AnswerOf<typeof searchReferenceEntriesRoute>> =>
  callApi<typeof searchReferenceEntriesRoute>('GET', '/api/content/reference-entries', { query: { list, q }, signal })
export const getEntry = (list: ReferenceList, code: string, signal: AbortSignal): Promise<Entry> =>
  callApi<typeof getReferenceEntryRoute>('GET', '/api/content/reference-entries/:list/:code', { params: { list, code }, signal })
export const listProposals = (signal: AbortSignal): Promise<AnswerOf<typeof listProposalsRoute>> =>
  callApi<typeof listProposalsRoute>('GET', '/api/content/reference-proposals', { signal })
export const propose = (body: BodyOf<typeof proposeReferenceChangeRoute>): Promise<ReferenceProposal> =>
  callApi<typeof proposeReferenceChangeRoute>('POST', '/api/content/reference-proposals', { body })
export const decideProposal = (proposalId: string, body: BodyOf<typeof decideProposalRoute>): Promise<ReferenceProposal> =>
  callApi<typeof decideProposalRoute>('POST', '/api/content/reference-proposals/:proposalId/decision', { params: { proposalId }, body })
export const withdrawProposal = (proposalId: string): Promise<ReferenceProposal> =>
  callApi<typeof withdrawProposalRoute>('POST', '/api/content/reference-proposals/:proposalId/withdrawal', { params: { proposalId } })
