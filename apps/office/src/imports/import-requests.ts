import type {
  AnswerOf,
  confirmImportRoute,
  decideCloseMatchesRoute,
  discardImportRoute,
  finishImportRoute,
  getImportErrorFileRoute,
  getImportRoute,
  getImportTemplateRoute,
  ImportAnswer,
  listCloseMatchesRoute,
  listImportExamplesRoute,
  listImportFaultsRoute,
  listImportKindsRoute,
  listImportsRoute,
  sendImportPieceRoute,
  startImportRoute,
  undoImportRoute,
} from '@an-sinh/contract'
import { callApi, fetchFile, sendBytes } from '../shared/call-api.ts'

export type ImportKindAnswer = AnswerOf<typeof listImportKindsRoute>['kinds'][number]
export type ImportFault = AnswerOf<typeof listImportFaultsRoute>['faults'][number]
export type ImportExample = AnswerOf<typeof listImportExamplesRoute>['rows'][number]
export type CloseMatches = AnswerOf<typeof listCloseMatchesRoute>
export type CloseMatch = CloseMatches['rows'][number]
export type CloseVerdict = 'same' | 'other' | 'neither'
export type ImportGroupName = keyof ImportAnswer['groupCounts']
export type FileFormat = ImportAnswer['fileFormat']

export const GROUP_NAMES: readonly ImportGroupName[] = ['new', 'moved', 'known', 'close-match', 'rejected']

export const listImportKinds = async (): Promise<ImportKindAnswer[]> =>
  (await callApi<typeof listImportKindsRoute>('GET', '/api/import-kinds', {})).kinds

export const fetchTemplate = (kind: string, format: 'csv' | 'xlsx'): Promise<Blob> =>
  fetchFile<typeof getImportTemplateRoute>('GET', '/api/import-kinds/:kind/templates/:format', { params: { kind, format } })

export const listImports = async (): Promise<ImportAnswer[]> => (await callApi<typeof listImportsRoute>('GET', '/api/imports', {})).imports

export const getImport = (importId: string): Promise<ImportAnswer> =>
  callApi<typeof getImportRoute>('GET', '/api/imports/:importId', { params: { importId } })

/** Announces a file; the answer says how much of it is there already. */
export const startImport = (body: {
  kind: string
  fileName: string
  fileFormat: FileFormat
  sizeBytes: number
  sha256: string
  source: string
}): Promise<{ import: ImportAnswer; offset: number }> => callApi<typeof startImportRoute>('POST', '/api/imports', { body })

/** Lays one piece at `offset` (bytes); answers the next offset. */
export const sendPiece = async (importId: string, offset: number, piece: Blob): Promise<number> =>
  (
    await sendBytes<typeof sendImportPieceRoute>('PATCH', '/api/imports/:importId/file', {
      params: { importId },
      bytes: piece,
      headers: { 'upload-offset': String(offset) },
    })
  ).offset

export const finishImport = (importId: string): Promise<ImportAnswer> =>
  callApi<typeof finishImportRoute>('POST', '/api/imports/:importId/completion', { params: { importId } })

export const listExamples = async (importId: string, group: ImportGroupName): Promise<ImportExample[]> =>
  (await callApi<typeof listImportExamplesRoute>('GET', '/api/imports/:importId/groups/:group', { params: { importId, group } })).rows

export const listFaults = async (importId: string, afterRowNo: number): Promise<ImportFault[]> =>
  (
    await callApi<typeof listImportFaultsRoute>('GET', '/api/imports/:importId/faults/:afterRowNo', {
      params: { importId, afterRowNo: String(afterRowNo) },
    })
  ).faults

export const fetchErrorFile = (importId: string): Promise<Blob> =>
  fetchFile<typeof getImportErrorFileRoute>('GET', '/api/imports/:importId/error-file', { params: { importId } })

/** `previewedAt` says which preview was looked at. */
export const confirmImport = (importId: string, previewedAt: string): Promise<ImportAnswer> =>
  callApi<typeof confirmImportRoute>('POST', '/api/imports/:importId/confirmation', { params: { importId }, body: { previewedAt } })

export const discardImport = (importId: string): Promise<ImportAnswer> =>
  callApi<typeof discardImportRoute>('POST', '/api/imports/:importId/discarding', { params: { importId } })

export const undoImport = (importId: string): Promise<ImportAnswer> =>
  callApi<typeof undoImportRoute>('POST', '/api/imports/:importId/undo', { params: { importId } })

export const listCloseMatches = (importId: string): Promise<CloseMatches> =>
  callApi<typeof listCloseMatchesRoute>('GET', '/api/imports/:importId/close-matches', { params: { importId } })

export const decideCloseMatches = (
  importId: string,
  rowNos: readonly number[],
  verdict: CloseVerdict,
): Promise<AnswerOf<typeof decideCloseMatchesRoute>> =>
  callApi<typeof decideCloseMatchesRoute>('POST', '/api/imports/:importId/close-matches/decision', {
    params: { importId },
    body: { rowNos: [...rowNos], verdict },
  })
