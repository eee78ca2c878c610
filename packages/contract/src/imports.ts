import { Type } from 'typebox'
import { bilingualSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { importFormatSchema, importGroupSchema, importKindSchema, importSchema } from './import-schemas.ts'
import { route } from './route.ts'

const count = Type.Integer({ minimum: 0 })
const importParams = Type.Object({ importId: uuidSchema })
const sha256Schema = Type.String({ pattern: '^[0-9a-f]{64}$' })

export const listImportKindsRoute = route({
  operationId: 'listImportKinds',
  method: 'GET',
  url: '/api/import-kinds',
  surface: 'office',
  access: 'operator',
  summary: 'What can be imported, with the columns each kind understands',
  answer: Type.Object({ kinds: Type.Array(importKindSchema) }),
  status: 200,
  refuses: [],
})

export const getImportTemplateRoute = route({
  operationId: 'getImportTemplate',
  method: 'GET',
  url: '/api/import-kinds/:kind/templates/:format',
  surface: 'office',
  access: 'operator',
  summary: 'An empty file with the headings of a kind (CSV or XLSX)',
  params: Type.Object({ kind: text(60), format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]) }),
  answer: null,
  media: 'application/octet-stream',
  status: 200,
  refuses: ['import-kind-unknown'],
})

export const startImportRoute = route({
  operationId: 'startImport',
  method: 'POST',
  url: '/api/imports',
  surface: 'office',
  access: 'operator',
  summary: 'Announce a file; answers where to go on. The same file leads to the import it already has',
  body: Type.Object({
    kind: text(60),
    fileName: Type.String({ minLength: 1, maxLength: 200 }),
    fileFormat: importFormatSchema,
    sizeBytes: Type.Integer({ minimum: 1, maximum: 209_715_200, description: 'larger files by the command line' }),
    sha256: sha256Schema,
    source: text(200),
  }),
  answer: Type.Object({ import: importSchema, offset: count }),
  status: 201,
  refuses: ['import-kind-unknown', 'import-format'],
})

export const sendImportPieceRoute = route({
  operationId: 'sendImportPiece',
  method: 'PATCH',
  url: '/api/imports/:importId/file',
  surface: 'office',
  access: 'operator',
  summary: 'One piece of at most 1 MB at header upload-offset; a piece sent again changes nothing',
  params: importParams,
  takes: 'application/octet-stream',
  answer: Type.Object({ offset: count }),
  status: 200,
  refuses: ['upload-offset', 'too-large', 'not-found', 'import-move', 'unavailable'],
})

export const finishImportRoute = route({
  operationId: 'finishImport',
  method: 'POST',
  url: '/api/imports/:importId/completion',
  surface: 'office',
  access: 'operator',
  summary: 'All pieces sent: check the hash and begin. Of two uploads of one file the second is answered the first one',
  params: importParams,
  answer: importSchema,
  status: 200,
  refuses: ['upload-offset', 'upload-hash', 'not-found', 'import-move'],
})

export const listImportsRoute = route({
  operationId: 'listImports',
  method: 'GET',
  url: '/api/imports',
  surface: 'office',
  access: 'operator',
  summary: 'The latest 100 imports',
  answer: Type.Object({ imports: Type.Array(importSchema) }),
  status: 200,
  refuses: [],
})

export const getImportRoute = route({
  operationId: 'getImport',
  method: 'GET',
  url: '/api/imports/:importId',
  surface: 'office',
  access: 'operator',
  summary: 'State, progress, mapping of columns, rows per group',
  params: importParams,
  answer: importSchema,
  status: 200,
  refuses: ['not-found'],
})

export const listImportExamplesRoute = route({
  operationId: 'listImportExamples',
  method: 'GET',
  url: '/api/imports/:importId/groups/:group',
  surface: 'office',
  access: 'operator',
  summary: 'The first 20 rows of a group; cells in the order of the kind’s columns. Audited',
  params: Type.Object({ importId: uuidSchema, group: importGroupSchema }),
  answer: Type.Object({
    kept: Type.Boolean({
      description: 'false: the rows are cleared, after writing or by a crash of the database; the groups still count them',
    }),
    rows: Type.Array(Type.Object({ rowNo: count, cells: Type.Array(nullable(Type.String())) })),
  }),
  status: 200,
  refuses: ['not-found'],
})

export const listImportFaultsRoute = route({
  operationId: 'listImportFaults',
  method: 'GET',
  url: '/api/imports/:importId/faults/:afterRowNo',
  surface: 'office',
  access: 'operator',
  summary: 'Up to 100 faults after a row (0 = from the beginning): row, column, value, what to do. Audited',
  params: Type.Object({ importId: uuidSchema, afterRowNo: Type.String({ pattern: '^\\d{1,9}$' }) }),
  answer: Type.Object({
    faults: Type.Array(
      Type.Object({
        rowNo: count,
        column: nullable(Type.String()),
        code: Type.String(),
        value: nullable(Type.String()),
        says: bilingualSchema,
        fix: bilingualSchema,
      }),
    ),
  }),
  status: 200,
  refuses: ['not-found'],
})

export const getImportErrorFileRoute = route({
  operationId: 'getImportErrorFile',
  method: 'GET',
  url: '/api/imports/:importId/error-file',
  surface: 'office',
  access: 'operator',
  summary: 'The sent file with one column more: what is wrong and what to do. Audited',
  params: importParams,
  answer: null,
  media: 'application/octet-stream',
  status: 200,
  refuses: ['not-found', 'import-file-erased', 'import-format'],
})

export const confirmImportRoute = route({
  operationId: 'confirmImport',
  method: 'POST',
  url: '/api/imports/:importId/confirmation',
  surface: 'office',
  access: 'operator',
  summary: 'Write what the preview showed; previewedAt says which preview was seen',
  params: importParams,
  body: Type.Object({ previewedAt: instantSchema }),
  answer: importSchema,
  status: 200,
  refuses: ['not-found', 'import-move'],
})

export const discardImportRoute = route({
  operationId: 'discardImport',
  method: 'POST',
  url: '/api/imports/:importId/discarding',
  surface: 'office',
  access: 'operator',
  summary: 'Drop an import that was not written; its file is erased',
  params: importParams,
  answer: importSchema,
  status: 200,
  refuses: ['not-found', 'import-move'],
})

export const undoImportRoute = route({
  operationId: 'undoImport',
  method: 'POST',
  url: '/api/imports/:importId/undo',
  surface: 'office',
  access: 'operator',
  summary: 'Undo a written import by a compensating one; answers the compensating import',
  params: importParams,
  answer: importSchema,
  status: 200,
  refuses: ['not-found', 'import-move', 'import-built-upon'],
})
