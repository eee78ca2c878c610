import type {
  AnswerOf,
  BodyOf,
  getSheetFactsRoute,
  getSheetRoute,
  InvitationPreview,
  InvitationSendings,
  listInvitationsRoute,
  previewInvitationsRoute,
  sendInvitationsRoute,
  SheetFacts,
} from '@an-sinh/contract'
import { callApi, fetchFile } from '../shared/call-api.ts'

export type Audience = BodyOf<typeof previewInvitationsRoute>

export const previewInvitations = (body: Audience): Promise<InvitationPreview> =>
  callApi<typeof previewInvitationsRoute>('POST', '/api/employer/invitation-previews', { body })

export const sendInvitations = (body: BodyOf<typeof sendInvitationsRoute>): Promise<AnswerOf<typeof sendInvitationsRoute>> =>
  callApi<typeof sendInvitationsRoute>('POST', '/api/employer/invitations', { body })

export const listInvitations = (signal: AbortSignal): Promise<InvitationSendings> =>
  callApi<typeof listInvitationsRoute>('GET', '/api/employer/invitations', { signal })

export const getSheetFacts = (signal: AbortSignal): Promise<SheetFacts> =>
  callApi<typeof getSheetFactsRoute>('GET', '/api/employer/sheets', { signal })

export const fetchSheet = (kind: 'poster' | 'guide', pages: string): Promise<Blob> =>
  fetchFile<typeof getSheetRoute>('GET', '/api/employer/sheets/:kind', {
    params: { kind },
    query: pages === '*' ? { each: 'department' } : pages === '' ? {} : { department: pages },
  })
