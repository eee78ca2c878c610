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
  text,
  uuidSchema,
} from './common.ts'
import { announcedFileFields } from './photo-uploads.ts'

export const registrationParams = Type.Object({ registrationId: uuidSchema })

/** The answers as the applicant sends them (vssid-facts §2.2). At least one of the three numbers. Parsed by the domain at the edge. */
export const answersSchema = Type.Object({
  fullName: text(2000),
  insuranceNumber: nullable(text(40)),
  insuranceNumberForgotten: Type.Boolean(),
  nationalId: nullable(text(40)),
  passportNumber: nullable(text(40)),
  nationality: Type.String({ pattern: '^[A-Z]{2}$' }),
  bornOn: partialDateSchema,
  sex: sexSchema,
  email: nullable(text(254)),
  provinceCode: text(10),
  wardCode: text(10),
  street: text(300),
  /** The address as known before 2025-07-01, when the person came through the old tree. */
  oldAddress: nullable(text(300)),
  officeId: Type.Integer(),
  officeChoice: Type.Union([Type.Literal('participation'), Type.Literal('residence'), Type.Literal('other')]),
  employerMayPrint: Type.Boolean(),
})
export type Answers = Static<typeof answersSchema>

const idCardSchema = Type.Object({
  nationalId: Type.String(),
  legacyId: nullable(Type.String()),
  fullName: Type.String(),
  bornOn: partialDateSchema,
  sex: sexSchema,
  address: Type.String(),
  issuedOn: nullable(civilDateSchema),
})
export const photoSchema = Type.Object({
  kind: photoKindSchema,
  documentId: uuidSchema,
  widthPx: Type.Integer(),
  heightPx: Type.Integer(),
  sizeBytes: Type.Integer(),
  /** What the server saw; hints only. `idCard` only on id photos whose QR could be read. */
  face: Type.Union([Type.Literal('one'), Type.Literal('none'), Type.Literal('several'), Type.Literal('not-checked')]),
  blurred: Type.Boolean(),
  idCard: nullable(idCardSchema),
})
export type Photo = Static<typeof photoSchema>
export type IdCardFacts = Static<typeof idCardSchema>

export const registrationSchema = Type.Object({
  registrationId: uuidSchema,
  state: registrationStateSchema,
  version: Type.Integer(),
  phoneMasked: nullable(Type.String()),
  phoneProved: Type.Boolean(),
  privacyTextVersion: nullable(Type.String()),
  answers: nullable(answersSchema),
  photos: Type.Array(photoSchema),
  fileNumber: nullable(Type.String()),
  formCode: nullable(Type.String()),
  submittedAt: nullable(instantSchema),
  dueOn: nullable(civilDateSchema),
  graceEndsOn: nullable(civilDateSchema),
  extensionsLeft: Type.Integer(),
  office: nullable(officeSchema),
  reads: bilingualSchema,
  nextStep: bilingualSchema,
  reasons: Type.Array(Type.Object({ code: Type.String(), sentence: bilingualSchema, nextStep: bilingualSchema })),
  may: Type.Object({
    correct: Type.Boolean(),
    print: Type.Boolean(),
    extend: Type.Boolean(),
    changeOffice: Type.Boolean(),
    withdraw: Type.Boolean(),
  }),
  history: Type.Array(Type.Object({ move: Type.String(), toState: registrationStateSchema, at: instantSchema })),
})
export type Registration = Static<typeof registrationSchema>

/** A photo before its first piece: what it is of, its size and sha256 (hex), what the phone noticed about it. */
export const announcedPhotoSchema = Type.Object({
  ...announcedFileFields,
  kind: photoKindSchema,
  hints: Type.Object({
    faults: Type.Array(text(40), { maxItems: 10 }),
    tries: Type.Integer({ minimum: 0, maximum: 99 }),
    face: Type.Optional(text(20)),
  }),
})
