import { type Static, Type } from 'typebox'
import {
  bilingualSchema,
  civilDateSchema,
  instantSchema,
  nullable,
  officeSchema,
  partialDateSchema,
  photoKindSchema,
  registrationStateSchema,
  sexSchema,
  uuidSchema,
} from './common.ts'
import { answersSchema } from './registration-schemas.ts'

export const caseParams = Type.Object({ registrationId: uuidSchema })
const lockSchema = nullable(Type.Object({ staffName: Type.String(), mine: Type.Boolean(), until: instantSchema }))
const registerPersonSchema = Type.Object({
  personId: Type.Integer(),
  fullName: Type.String(),
  bornOn: partialDateSchema,
  sex: sexSchema,
  insuranceNumber: Type.String(),
  nationalId: nullable(Type.String()),
  address: nullable(Type.String()),
  phoneMasked: nullable(Type.String()),
  employerName: nullable(Type.String()),
  died: Type.Boolean(),
  merged: Type.Boolean(),
  accountState: nullable(Type.String()),
  foundBy: Type.Array(Type.String({ description: 'which rule found the person: insurance-number, national-id, name-and-birth' })),
  differences: Type.Array(
    Type.Object({
      field: Type.String(),
      verdict: Type.String(),
      rule: Type.String(),
      severity: Type.Union([Type.Literal('none'), Type.Literal('note'), Type.Literal('warn'), Type.Literal('block')]),
      declared: nullable(Type.String()),
      registered: nullable(Type.String()),
    }),
  ),
})
export type RegisterPerson = Static<typeof registerPersonSchema>

const decisionSchema = Type.Object({
  decisionId: uuidSchema,
  kind: Type.Union([Type.Literal('approve'), Type.Literal('return'), Type.Literal('refuse')]),
  reasonCodes: Type.Array(Type.String()),
  staffName: Type.String(),
  decidedAt: instantSchema,
  releasesAt: instantSchema,
  undoable: Type.Boolean(),
  messageState: nullable(Type.String()),
})

export const caseSchema = Type.Object({
  registrationId: uuidSchema,
  state: registrationStateSchema,
  version: Type.Integer(),
  fileNumber: Type.String(),
  formCode: Type.String(),
  office: officeSchema,
  elsewhere: Type.Boolean(),
  submittedAt: instantSchema,
  dueOn: nullable(civilDateSchema),
  graceEndsOn: nullable(civilDateSchema),
  timing: Type.Union([Type.Literal('on-time'), Type.Literal('in-grace'), Type.Literal('expired')]),
  declared: answersSchema,
  provinceName: Type.String(),
  wardName: Type.String(),
  phoneMasked: Type.String(),
  marks: Type.Array(Type.String()),
  photos: Type.Array(
    Type.Object({
      kind: photoKindSchema,
      documentId: uuidSchema,
      widthPx: Type.Integer(),
      heightPx: Type.Integer(),
      hints: Type.Array(Type.String()),
      face: Type.String({ description: 'what was counted on the portrait: one, none, several, not-checked; a hint only' }),
      idCard: nullable(
        Type.Object({
          nationalId: Type.String(),
          fullName: Type.String(),
          bornOn: partialDateSchema,
          sex: sexSchema,
          address: Type.String(),
          issuedOn: nullable(civilDateSchema),
        }),
      ),
    }),
  ),
  persons: Type.Array(registerPersonSchema),
  documentKinds: Type.Array(Type.Object({ code: Type.String(), label: bilingualSchema })),
  checklist: Type.Array(Type.Object({ code: Type.String(), label: bilingualSchema })),
  reasons: Type.Array(
    Type.Object({
      code: Type.String(),
      for: Type.Union([Type.Literal('return'), Type.Literal('refuse')]),
      clerkText: bilingualSchema,
      citizenSentence: bilingualSchema,
      nextStep: bilingualSchema,
      smsText: Type.String(),
    }),
  ),
  lock: lockSchema,
  decision: nullable(decisionSchema),
  history: Type.Array(
    Type.Object({
      move: Type.String(),
      toState: registrationStateSchema,
      at: instantSchema,
      by: Type.String(),
      reasonCodes: Type.Array(Type.String()),
    }),
  ),
})
export type Case = Static<typeof caseSchema>
