import type {
  addRosterLineRoute,
  AnswerOf,
  BodyOf,
  changeRosterLineRoute,
  chooseRosterHeadingsRoute,
  confirmRosterImportRoute,
  discardRosterImportRoute,
  endRosterLineRoute,
  finishRosterImportRoute,
  getRosterErrorFileRoute,
  getRosterHeadingsRoute,
  getRosterImportRoute,
  getRosterTemplateRoute,
  listRosterExamplesRoute,
  listRosterFaultsRoute,
  listRosterImportsRoute,
  listRosterMissingRoute,
  listRosterRoute,
  RosterGroup,
  RosterImport,
  sendRosterPieceRoute,
  startFromRegisterRoute,
  startRosterImportRoute,
  undoRosterChangeRoute,
  undoRosterImportRoute,
} from '@an-sinh/contract'
import { callApi, fetchFile, sendBytes } from '../shared/call-api.ts'

export type RosterPageAnswer = AnswerOf<typeof listRosterRoute>
export type TypedLine = BodyOf<typeof addRosterLineRoute>
export type WrittenLine = AnswerOf<typeof addRosterLineRoute>
export type RosterFault = AnswerOf<typeof listRosterFaultsRoute>['faults'][number]
export type RosterHeading = AnswerOf<typeof getRosterHeadingsRoute>['headings'][number]
export type ChosenHeading = BodyOf<typeof chooseRosterHeadingsRoute>['headings'][number]

const IMPORTS = '/api/employer/roster-imports'

export const listRoster = (query: { q: string; department: string; after: string }, signal: AbortSignal): Promise<RosterPageAnswer> =>
  callApi<typeof listRosterRoute>('GET', '/api/employer/roster', { query, signal })
export const addLine = (body: TypedLine): Promise<WrittenLine> =>
  callApi<typeof addRosterLineRoute>('POST', '/api/employer/roster/lines', { body })
export const changeLine = (lineId: string, body: TypedLine): Promise<WrittenLine> =>
  callApi<typeof changeRosterLineRoute>('PUT', '/api/employer/roster/lines/:lineId', { params: { lineId }, body })
export const endLine = (lineId: string, leftOn: string): Promise<WrittenLine> =>
  callApi<typeof endRosterLineRoute>('POST', '/api/employer/roster/lines/:lineId/end', { params: { lineId }, body: { leftOn } })
export const undoChange = (changeId: string) =>
  callApi<typeof undoRosterChangeRoute>('POST', '/api/employer/roster/changes/:changeId/undo', { params: { changeId } })
export const fetchTemplate = (format: 'csv' | 'xlsx'): Promise<Blob> =>
  fetchFile<typeof getRosterTemplateRoute>('GET', '/api/employer/roster/templates/:format', { params: { format } })

export const listFiles = async (): Promise<RosterImport[]> => (await callApi<typeof listRosterImportsRoute>('GET', IMPORTS, {})).imports
export const getFile = (importId: string): Promise<RosterImport> =>
  callApi<typeof getRosterImportRoute>('GET', `${IMPORTS}/:importId`, { params: { importId } })
export const startFromRegister = (): Promise<RosterImport> => callApi<typeof startFromRegisterRoute>('POST', `${IMPORTS}/from-register`, {})
export const listExamples = (importId: string, group: RosterGroup) =>
  callApi<typeof listRosterExamplesRoute>('GET', `${IMPORTS}/:importId/groups/:group`, { params: { importId, group } })
export const listMissing = (importId: string) =>
  callApi<typeof listRosterMissingRoute>('GET', `${IMPORTS}/:importId/missing`, { params: { importId } })
export const listFaults = async (importId: string, afterRowNo: number): Promise<RosterFault[]> =>
  (
    await callApi<typeof listRosterFaultsRoute>('GET', `${IMPORTS}/:importId/faults/:afterRowNo`, {
      params: { importId, afterRowNo: String(afterRowNo) },
    })
  ).faults
export const fetchErrorFile = (importId: string, only: boolean): Promise<Blob> =>
  fetchFile<typeof getRosterErrorFileRoute>('GET', `${IMPORTS}/:importId/error-file`, {
    params: { importId },
    query: only ? { only: 'true' } : {},
  })
export const getHeadings = async (importId: string): Promise<RosterHeading[]> =>
  (await callApi<typeof getRosterHeadingsRoute>('GET', `${IMPORTS}/:importId/headings`, { params: { importId } })).headings
export const chooseHeadings = (importId: string, headings: ChosenHeading[]): Promise<RosterImport> =>
  callApi<typeof chooseRosterHeadingsRoute>('PUT', `${IMPORTS}/:importId/headings`, { params: { importId }, body: { headings } })
export const confirmFile = (importId: string, body: BodyOf<typeof confirmRosterImportRoute>): Promise<RosterImport> =>
  callApi<typeof confirmRosterImportRoute>('POST', `${IMPORTS}/:importId/confirmation`, { params: { importId }, body })
export const discardFile = (importId: string): Promise<RosterImport> =>
  callApi<typeof discardRosterImportRoute>('POST', `${IMPORTS}/:importId/discarding`, { params: { importId } })
export const undoFile = (importId: string): Promise<RosterImport> =>
  callApi<typeof undoRosterImportRoute>('POST', `${IMPORTS}/:importId/undo`, { params: { importId } })

/** One request's worth: the server takes no more at once. */
const PIECE_BYTES = 1_000_000
const hexOf = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** What a list may be, by its name; null for anything else. */
export const formatOf = (fileName: string): 'csv' | 'xlsx' | null => {
  const extension = /\.(csv|txt|tsv|xlsx)$/iu.exec(fileName)?.[1]?.toLowerCase()
  return extension === undefined ? null : extension === 'xlsx' ? 'xlsx' : 'csv'
}

/** Sends a list in pieces, going on where an earlier try stopped. */
export async function sendRoster(
  { file, covers }: { file: File; covers: 'whole' | 'part' },
  onSent: (share: number) => void,
): Promise<RosterImport> {
  const fileFormat = formatOf(file.name)
  if (fileFormat === null) throw new Error('the form lets nothing else through')
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  const body = { fileName: file.name.slice(-200), fileFormat, sizeBytes: file.size, sha256, covers }
  const started = await callApi<typeof startRosterImportRoute>('POST', IMPORTS, { body })
  const { importId, state } = started.import
  if (state !== 'uploading') return started.import
  for (let offset = started.offset; offset < file.size;) {
    onSent(offset / file.size)
    const sent = await sendBytes<typeof sendRosterPieceRoute>('PATCH', `${IMPORTS}/:importId/file`, {
      params: { importId },
      bytes: file.slice(offset, offset + PIECE_BYTES),
      headers: { 'upload-offset': String(offset) },
    })
    offset = sent.offset
  }
  onSent(1)
  return callApi<typeof finishRosterImportRoute>('POST', `${IMPORTS}/:importId/completion`, { params: { importId } })
}
