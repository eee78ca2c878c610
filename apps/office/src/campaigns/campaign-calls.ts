import type {
  AnswerOf,
  BodyOf,
  Campaign,
  EmployerLetter,
  exportRolloutRoute,
  getRolloutProgressRoute,
  listCampaignsRoute,
  listCampaignVersionsRoute,
  listLettersRoute,
  listRolloutEmployersRoute,
  previewLetterRoute,
  saveCampaignRoute,
  sendLetterRoute,
  setEmployerTargetRoute,
  stopLetterRoute,
} from '@an-sinh/contract'
import { callApi, fetchFile } from '../shared/call-api.ts'

export type Progress = AnswerOf<typeof getRolloutProgressRoute>
export type ProgressAsked = BodyOf<typeof getRolloutProgressRoute>
export type EmployersAsked = BodyOf<typeof listRolloutEmployersRoute>
export type Employers = AnswerOf<typeof listRolloutEmployersRoute>
export type Chosen = BodyOf<typeof exportRolloutRoute>
export type Plan = BodyOf<typeof saveCampaignRoute>

export const listCampaigns = (signal: AbortSignal): Promise<AnswerOf<typeof listCampaignsRoute>> =>
  callApi<typeof listCampaignsRoute>('GET', '/api/campaigns', { signal })
export const listVersions = async (campaignId: string, signal: AbortSignal): Promise<Campaign[]> =>
  (await callApi<typeof listCampaignVersionsRoute>('GET', '/api/campaigns/:campaignId/versions', { params: { campaignId }, signal }))
    .versions
export const saveCampaign = (body: Plan): Promise<Campaign> => callApi<typeof saveCampaignRoute>('POST', '/api/campaigns', { body })
export const getProgress = (body: ProgressAsked, signal: AbortSignal): Promise<Progress> =>
  callApi<typeof getRolloutProgressRoute>('POST', '/api/campaigns/progress', { body, signal })
export const listEmployers = (body: EmployersAsked, signal: AbortSignal): Promise<Employers> =>
  callApi<typeof listRolloutEmployersRoute>('POST', '/api/campaigns/employers', { body, signal })
export const setTarget = (campaignId: string, employerId: number, registeredPercent: number | null): Promise<undefined> =>
  callApi<typeof setEmployerTargetRoute>('POST', '/api/campaigns/:campaignId/employer-targets', {
    params: { campaignId },
    body: { employerId, registeredPercent },
  })
export const exportEmployers = (format: 'csv' | 'xlsx', body: Chosen): Promise<Blob> =>
  fetchFile<typeof exportRolloutRoute>('POST', '/api/campaigns/exports/:format', { params: { format }, body })

export type LetterOrder = BodyOf<typeof previewLetterRoute>
export type LetterPreview = AnswerOf<typeof previewLetterRoute>
export const previewLetter = (body: LetterOrder): Promise<LetterPreview> =>
  callApi<typeof previewLetterRoute>('POST', '/api/campaigns/letter-previews', { body })
export const sendLetter = (body: BodyOf<typeof sendLetterRoute>): Promise<EmployerLetter> =>
  callApi<typeof sendLetterRoute>('POST', '/api/campaigns/letters', { body })
export const listLetters = async (signal: AbortSignal): Promise<EmployerLetter[]> =>
  (await callApi<typeof listLettersRoute>('GET', '/api/campaigns/letters', { signal })).letters
export const stopLetter = (letterId: string): Promise<EmployerLetter> =>
  callApi<typeof stopLetterRoute>('POST', '/api/campaigns/letters/:letterId/stop', { params: { letterId } })
/** The browser itself takes the file, as it is made: thousands of letters are never whole in the page's memory. */
export const letterPdfAddress = (letterId: string, part: number): string => `/api/campaigns/letters/${letterId}/pdf/${part}`
