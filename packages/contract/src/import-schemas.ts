import { type Static, Type } from 'typebox'
import { bilingualSchema, instantSchema, nullable, uuidSchema } from './common.ts'

export const importFormatSchema = Type.Union([Type.Literal('csv'), Type.Literal('xlsx'), Type.Literal('xml')])
export const importGroupSchema = Type.Union([
  Type.Literal('new'),
  Type.Literal('known'),
  Type.Literal('close-match'),
  Type.Literal('moved'),
  Type.Literal('rejected'),
])
const count = Type.Integer({ minimum: 0 })

const importColumnSchema = Type.Object({
  name: Type.String(),
  title: bilingualSchema,
  heading: Type.String({ description: 'as in the template' }),
  required: Type.Union([Type.Literal('file'), Type.Literal('row'), Type.Literal('none')]),
})
export const importKindSchema = Type.Object({
  name: Type.String(),
  title: bilingualSchema,
  formats: Type.Array(importFormatSchema),
  columns: Type.Array(importColumnSchema),
})

export const importSchema = Type.Object({
  importId: uuidSchema,
  kind: Type.String(),
  state: Type.Union([
    Type.Literal('uploading'),
    Type.Literal('uploaded'),
    Type.Literal('parsed'),
    Type.Literal('matched'),
    Type.Literal('preview'),
    Type.Literal('confirmed'),
    Type.Literal('applied'),
    Type.Literal('partly'),
    Type.Literal('refused'),
    Type.Literal('discarded'),
    Type.Literal('undone'),
  ]),
  phase: Type.Union([
    Type.Literal('waiting'),
    Type.Literal('reading'),
    Type.Literal('matching'),
    Type.Literal('preview'),
    Type.Literal('applying'),
    Type.Literal('done'),
  ]),
  refusal: nullable(Type.Object({ code: Type.String(), sentence: bilingualSchema, nextStep: bilingualSchema })),
  fileName: Type.String(),
  fileFormat: importFormatSchema,
  fileBytes: count,
  fileKept: Type.Boolean({ description: 'false: the file was erased, no error file can be made' }),
  source: Type.String(),
  rowsRead: count,
  bytesRead: count,
  mapping: Type.Array(Type.Object({ column: Type.String(), at: count, heading: Type.String() })),
  groupCounts: Type.Object({
    new: count,
    known: count,
    'close-match': count,
    moved: count,
    rejected: count,
  }),
  baseMoved: Type.Boolean({ description: 'the register changed after the preview was confirmed: look again' }),
  appliedCounts: nullable(Type.Object({ written: count, ended: count, unchanged: count })),
  compensatesImportId: nullable(uuidSchema),
  compensatedByImportId: nullable(uuidSchema),
  decidesImportId: nullable(uuidSchema),
  createdAt: instantSchema,
  previewedAt: nullable(instantSchema),
  appliedAt: nullable(instantSchema),
})
export type ImportAnswer = Static<typeof importSchema>
