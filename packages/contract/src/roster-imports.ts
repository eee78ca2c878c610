import { Type } from 'typebox'
import { instantSchema, nullable, text, uuidSchema } from './common.ts'
import { rosterCoversSchema, rosterFaultSchema, rosterGroupSchema, rosterImportSchema } from './roster-schemas.ts'
import { route } from './route.ts'

const count = Type.Integer({ minimum: 0 })
const params = Type.Object({ importId: uuidSchema })
const url = <const Rest extends string>(rest: Rest): `/api/employer/roster-imports${Rest}` => `/api/employer/roster-imports${rest}`
const own = { surface: 'office', access: 'employer' } as const
const rowSchema = Type.Object({ rowNo: count, cells: Type.Array(nullable(Type.String())) })
const headingSchema = Type.Object({ heading: Type.String({ minLength: 1, maxLength: 200 }), column: nullable(text(40)) })

export const startRosterImportRoute = route({
  ...own,
  operationId: 'startRosterImport',
  method: 'POST',
  url: url(''),
  summary: 'Announce a list; answers where to go on. The same file again leads to the import it already has',
  body: Type.Object({
    fileName: Type.String({ minLength: 1, maxLength: 200 }),
    fileFormat: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]),
    sizeBytes: Type.Integer({ minimum: 1, maximum: 50_000_000 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    covers: rosterCoversSchema,
  }),
  answer: Type.Object({ import: rosterImportSchema, offset: count }),
  status: 201,
  refuses: ['too-many'],
})

export const sendRosterPieceRoute = route({
  ...own,
  operationId: 'sendRosterPiece',
  method: 'PATCH',
  url: url('/:importId/file'),
  summary: 'One piece of at most 1 MB at header upload-offset; a piece sent again changes nothing',
  params,
  takes: 'application/octet-stream',
  answer: Type.Object({ offset: count }),
  status: 200,
  refuses: ['upload-offset', 'too-large', 'not-found', 'import-move', 'unavailable'],
})

export const finishRosterImportRoute = route({
  ...own,
  operationId: 'finishRosterImport',
  method: 'POST',
  url: url('/:importId/completion'),
  summary: 'All pieces sent: check the hash and begin',
  params,
  answer: rosterImportSchema,
  status: 200,
  refuses: ['upload-offset', 'upload-hash', 'not-found', 'import-move'],
})

export const startFromRegisterRoute = route({
  ...own,
  operationId: 'startRosterFromRegister',
  method: 'POST',
  url: url('/from-register'),
  summary: 'A list made by the agency of whom this employer declares at present: name, birth date, number and id alone, as a preview',
  answer: rosterImportSchema,
  status: 201,
  refuses: ['roster-register-empty', 'too-many'],
})

export const listRosterImportsRoute = route({
  ...own,
  operationId: 'listRosterImports',
  method: 'GET',
  url: url(''),
  summary: 'The employer’s latest 30 files',
  answer: Type.Object({ imports: Type.Array(rosterImportSchema) }),
  status: 200,
  refuses: [],
})

export const getRosterImportRoute = route({
  ...own,
  operationId: 'getRosterImport',
  method: 'GET',
  url: url('/:importId'),
  summary: 'State, progress, mapping of columns, rows per group (null when the file was given back as a whole)',
  params,
  answer: rosterImportSchema,
  status: 200,
  refuses: ['not-found'],
})

export const listRosterExamplesRoute = route({
  ...own,
  operationId: 'listRosterExamples',
  method: 'GET',
  url: url('/:importId/groups/:group'),
  summary: 'The first rows of a group (200 of those who wait for a yes, 20 of the others); cells in the order of the columns',
  params: Type.Object({ importId: uuidSchema, group: rosterGroupSchema }),
  answer: Type.Object({ kept: Type.Boolean(), columns: Type.Array(Type.String()), rows: Type.Array(rowSchema) }),
  status: 200,
  refuses: ['not-found'],
})

export const listRosterMissingRoute = route({
  ...own,
  operationId: 'listRosterMissing',
  method: 'GET',
  url: url('/:importId/missing'),
  summary: 'People of the roster whom a whole file does not name, up to 100',
  params,
  answer: Type.Object({
    lines: Type.Array(
      Type.Object({ entryId: uuidSchema, fullName: Type.String(), department: Type.String(), employeeNumber: nullable(Type.String()) }),
    ),
  }),
  status: 200,
  refuses: ['not-found'],
})

export const listRosterFaultsRoute = route({
  ...own,
  operationId: 'listRosterFaults',
  method: 'GET',
  url: url('/:importId/faults/:afterRowNo'),
  summary: 'Up to 100 faults and notes after a row: row, column, value, what to do',
  params: Type.Object({ importId: uuidSchema, afterRowNo: Type.String({ pattern: '^\\d{1,9}$' }) }),
  answer: Type.Object({ faults: Type.Array(rosterFaultSchema) }),
  status: 200,
  refuses: ['not-found'],
})

export const getRosterErrorFileRoute = route({
  ...own,
  operationId: 'getRosterErrorFile',
  method: 'GET',
  url: url('/:importId/error-file'),
  summary: 'The sent file with one column more; only=true: the rows alone that were not written, to be corrected and sent again',
  params,
  query: Type.Object({ only: Type.Optional(Type.Literal('true')) }),
  answer: null,
  media: 'application/octet-stream',
  status: 200,
  refuses: ['not-found', 'import-file-erased', 'import-format'],
})

export const getRosterHeadingsRoute = route({
  ...own,
  operationId: 'getRosterHeadings',
  method: 'GET',
  url: url('/:importId/headings'),
  summary: 'The headings of the file, what each was taken for, and three values below it',
  params,
  answer: Type.Object({
    headings: Type.Array(Type.Object({ heading: Type.String(), column: nullable(Type.String()), values: Type.Array(Type.String()) })),
  }),
  status: 200,
  refuses: ['not-found', 'import-file-erased'],
})

export const chooseRosterHeadingsRoute = route({
  ...own,
  operationId: 'chooseRosterHeadings',
  method: 'PUT',
  url: url('/:importId/headings'),
  summary: 'Say what headings mean: the file is read again so, and this employer’s next files are',
  params,
  body: Type.Object({ headings: Type.Array(headingSchema, { minItems: 1, maxItems: 200 }) }),
  answer: rosterImportSchema,
  status: 200,
  refuses: ['not-found', 'import-move', 'bad-request', 'too-many'],
})

export const confirmRosterImportRoute = route({
  ...own,
  operationId: 'confirmRosterImport',
  method: 'POST',
  url: url('/:importId/confirmation'),
  summary: 'Write what the preview showed; rows of people declared elsewhere only where named, missing people end only when said',
  params,
  body: Type.Object({ previewedAt: instantSchema, endsMissing: Type.Boolean(), includedRows: Type.Array(count, { maxItems: 5000 }) }),
  answer: rosterImportSchema,
  status: 200,
  refuses: ['not-found', 'import-move'],
})

export const discardRosterImportRoute = route({
  ...own,
  operationId: 'discardRosterImport',
  method: 'POST',
  url: url('/:importId/discarding'),
  summary: 'Drop what was not written; the file is erased',
  params,
  answer: rosterImportSchema,
  status: 200,
  refuses: ['not-found', 'import-move'],
})

export const undoRosterImportRoute = route({
  ...own,
  operationId: 'undoRosterImport',
  method: 'POST',
  url: url('/:importId/undo'),
  summary: 'Take a written file back; answers the import that does so',
  params,
  answer: rosterImportSchema,
  status: 200,
  refuses: ['not-found', 'import-move', 'import-built-upon'],
})
