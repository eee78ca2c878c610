import type {
  Case,
  extendCaseRoute,
  getCaseReceiptRoute,
  getCaseRoute,
  lockCaseRoute,
  receiveCaseRoute,
  takeOverCaseRoute,
  unlockCaseRoute,
} from '@an-sinh/contract'
import { callApi, fetchFile } from '../shared/call-api.ts'

const CASE = '/api/counter/registrations/:registrationId'

export const getCase = async (registrationId: string, signal: AbortSignal): Promise<Case> =>
  callApi<typeof getCaseRoute>('GET', CASE, { params: { registrationId }, signal })

/** Takes or keeps the soft lock → until when (ISO 8601); refused with `case-locked` while a colleague holds it. */
export const lockCase = async (registrationId: string): Promise<string> =>
  (await callApi<typeof lockCaseRoute>('PUT', `${CASE}/lock`, { params: { registrationId } })).until

export const unlockCase = async (registrationId: string): Promise<void> =>
  callApi<typeof unlockCaseRoute>('DELETE', `${CASE}/lock`, { params: { registrationId } })

/** The paper is in the clerk's hand. */
export const receiveCase = async (registrationId: string, version: number): Promise<Case> =>
  callApi<typeof receiveCaseRoute>('POST', `${CASE}/receipt`, { params: { registrationId }, body: { version } })

export const extendCase = async (registrationId: string, reason: string): Promise<Case> =>
  callApi<typeof extendCaseRoute>('POST', `${CASE}/extension`, { params: { registrationId }, body: { reason } })

export const takeOverCase = async (registrationId: string): Promise<Case> =>
  callApi<typeof takeOverCaseRoute>('POST', `${CASE}/transfer`, { params: { registrationId } })

/** The receipt for the paper, as PDF. */
export const getCaseReceipt = async (registrationId: string): Promise<Blob> =>
  fetchFile<typeof getCaseReceiptRoute>('GET', `${CASE}/receipt`, { params: { registrationId } })
