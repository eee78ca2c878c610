import type { AnswerOf, filePaperRoute, findPapersRoute, getFormScanRoute, getPaperRoute, Paper } from '@an-sinh/contract'
import { callApi, fetchFile } from '../shared/call-api.ts'

const CASE = '/api/counter/registrations/:registrationId'

export const getPaper = async (registrationId: string, signal: AbortSignal): Promise<Paper> =>
  callApi<typeof getPaperRoute>('GET', `${CASE}/paper`, { params: { registrationId }, signal })

export const filePaper = async (registrationId: string, place: { archiveBox: string; archiveNumber: string }): Promise<Paper> =>
  callApi<typeof filePaperRoute>('PUT', `${CASE}/paper`, { params: { registrationId }, body: place })

/** The scan of the signed form; every look is a line in the audit. */
export const getFormScan = async (registrationId: string): Promise<Blob> =>
  fetchFile<typeof getFormScanRoute>('GET', `${CASE}/form-scan`, { params: { registrationId } })

export type FoundPapers = AnswerOf<typeof findPapersRoute>

export const findPapers = async (asked: { archiveBox: string; archiveNumber: string | null }): Promise<FoundPapers> =>
  callApi<typeof findPapersRoute>('POST', '/api/counter/papers', { body: asked })
