import { type Static, Type } from 'typebox'
import { civilDateSchema, instantSchema, nullable, sexSchema, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const preparableSchema = Type.Object({
  entryId: uuidSchema,
  fullName: Type.String(),
  department: Type.String(),
  lacks: Type.Array(Type.Union([Type.Literal('insurance-number'), Type.Literal('national-id')]), { description: 'not in the roster' }),
  draft: nullable(
    Type.Object({ draftId: uuidSchema, preparedAt: instantSchema, expiresAt: instantSchema, openedAt: nullable(instantSchema) }),
  ),
})
/** Somebody of the roster who has not registered, with the draft that waits for them. */
export type Preparable = Static<typeof preparableSchema>

const draftSlipSchema = Type.Object({
  entryId: uuidSchema,
  fullName: Type.String(),
  department: Type.String(),
  code: Type.String({ description: 'single use; shown once' }),
  expiresAt: instantSchema,
})
export type DraftSlip = Static<typeof draftSlipSchema>

const own = { surface: 'office', access: 'employer' } as const

export const listPreparableRoute = route({
  operationId: 'listPreparable',
  method: 'GET',
  url: '/api/employer/prepared-drafts',
  ...own,
  summary: 'People of the own roster who have not registered, with their drafts; by name, at most 200',
  query: Type.Object({ q: Type.Optional(text(80)) }),
  answer: Type.Object({ people: Type.Array(preparableSchema), more: Type.Boolean() }),
  status: 200,
  refuses: [],
})
export const prepareDraftsRoute = route({
  operationId: 'prepareDrafts',
  method: 'POST',
  url: '/api/employer/prepared-drafts',
  ...own,
  summary: 'Lays name, numbers and birth date out for these people and gives each a code; a draft of before is replaced',
  body: Type.Object({ entryIds: Type.Array(uuidSchema, { minItems: 1, maxItems: 200 }) }),
  answer: Type.Object({
    slips: Type.Array(draftSlipSchema),
    skipped: Type.Integer({ description: 'registered meanwhile, or not of this roster' }),
  }),
  status: 201,
  refuses: [],
})
export const withdrawDraftRoute = route({
  operationId: 'withdrawDraft',
  method: 'DELETE',
  url: '/api/employer/prepared-drafts/:draftId',
  ...own,
  summary: 'The draft is erased and its code is worth nothing',
  params: Type.Object({ draftId: uuidSchema }),
  answer: null,
  status: 204,
  refuses: ['not-found'],
})
export const openDraftRoute = route({
  operationId: 'openPreparedDraft',
  method: 'POST',
  url: '/api/prepared-drafts/openings',
  surface: 'citizen',
  access: 'public',
  summary: 'The code of a slip → what the employer laid out. The phone that opens it first keeps it',
  body: Type.Object({ code: text(40) }),
  answer: Type.Object({
    employerName: Type.String(),
    fullName: Type.String(),
    bornOn: civilDateSchema,
    birthYearOnly: Type.Boolean(),
    sex: nullable(sexSchema),
    insuranceNumber: nullable(Type.String()),
    nationalId: nullable(Type.String()),
    expiresAt: instantSchema,
  }),
  status: 200,
  refuses: ['prepared-code-wrong', 'prepared-code-taken', 'too-many'],
})
