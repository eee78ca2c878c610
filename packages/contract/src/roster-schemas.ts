import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, instantSchema, nullable, sexSchema, uuidSchema } from './common.ts'
import { importSchema } from './import-schemas.ts'

const count = Type.Integer({ minimum: 0 })

/** One person as their employer lists them; nothing here comes from the register. */
export const rosterLineSchema = Type.Object({
  entryId: uuidSchema,
  kind: Type.Union([Type.Literal('employee'), Type.Literal('pupil')]),
  fullName: Type.String(),
  bornOn: Type.String({ description: 'yyyy-MM-dd, or yyyy where only the year is known' }),
  sex: nullable(sexSchema),
  nationalId: nullable(Type.String()),
  idExpiresOn: nullable(civilDateSchema),
  insuranceNumber: nullable(Type.String()),
  employeeNumber: nullable(Type.String()),
  department: Type.String(),
  shift: Type.String(),
  workPhone: nullable(Type.String()),
  workEmail: nullable(Type.String()),
  joinedOn: nullable(civilDateSchema),
  leftOn: nullable(civilDateSchema),
  recordedAt: instantSchema,
  /** Employers merged into this one whose lists had this person. */
  origins: Type.Array(Type.String()),
})
export type RosterLine = Static<typeof rosterLineSchema>

/** A whole file takes the place of the list; a part adds and corrects. */
export const rosterCoversSchema = Type.Union([Type.Literal('whole'), Type.Literal('part')])
export const rosterGroupSchema = Type.Union([
  Type.Literal('new'),
  Type.Literal('known'),
  Type.Literal('close-match'),
  Type.Literal('moved'),
  Type.Literal('elsewhere'),
  Type.Literal('rejected'),
  Type.Literal('id-expiring'),
])
export type RosterGroup = Static<typeof rosterGroupSchema>

export const rosterImportSchema = Type.Object({
  importId: uuidSchema,
  state: importSchema.properties.state,
  phase: importSchema.properties.phase,
  refusal: importSchema.properties.refusal,
  fileName: Type.String(),
  fileFormat: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]),
  fileBytes: count,
  fileKept: Type.Boolean(),
  covers: rosterCoversSchema,
  rowsRead: count,
  bytesRead: count,
  mapping: importSchema.properties.mapping,
  groups: nullable(
    Type.Object({
      new: count,
      known: count,
      'close-match': count,
      moved: count,
      elsewhere: count,
      rejected: count,
      'id-expiring': count,
      missing: count,
    }),
  ),
  baseMoved: Type.Boolean(),
  appliedCounts: importSchema.properties.appliedCounts,
  compensatesImportId: nullable(uuidSchema),
  compensatedByImportId: nullable(uuidSchema),
  createdAt: instantSchema,
  previewedAt: nullable(instantSchema),
  appliedAt: nullable(instantSchema),
})
export type RosterImport = Static<typeof rosterImportSchema>

export const rosterFaultSchema = Type.Object({
  rowNo: count,
  column: nullable(Type.String()),
  code: Type.String(),
  value: nullable(Type.String()),
  written: Type.Boolean({ description: 'true: a note about a row that is written all the same' }),
  says: bilingualSchema,
  fix: bilingualSchema,
})
