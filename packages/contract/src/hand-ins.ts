import { type Static, Type } from 'typebox'
import { bilingualSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const howSchema = Type.Union([Type.Literal('scanned'), Type.Literal('typed'), Type.Literal('by-hand')])
export const asideReasonSchema = Type.Union([
  Type.Literal('wrong-signer'),
  Type.Literal('unsigned'),
  Type.Literal('damaged'),
  Type.Literal('other'),
])
export type AsideReason = Static<typeof asideReasonSchema>

const personSchema = Type.Object({ entryId: uuidSchema, fullName: Type.String(), department: Type.String() })
const signedSchema = Type.Object({
  entryId: uuidSchema,
  fullName: Type.String(),
  department: Type.String(),
  codeTail: Type.String(),
  notedAt: instantSchema,
  how: howSchema,
  reason: nullable(asideReasonSchema),
  /** The batch that was handed over without this form, if one was. */
  missedIn: nullable(Type.String()),
})
const summary = {
  batchId: uuidSchema,
  batchNumber: Type.String(),
  employerName: Type.String(),
  officeName: Type.String(),
  expected: Type.Integer(),
  received: Type.Integer(),
  odd: Type.Integer(),
  madeAt: instantSchema,
  deliveredAt: nullable(instantSchema),
  handedOverAt: nullable(instantSchema),
}
export type HandInBatch = Static<typeof handInBatchSchema>
const handInBatchSchema = Type.Object({
  ...summary,
  asOf: instantSchema,
  forms: Type.Array(
    Type.Object({ position: Type.Integer(), fullName: Type.String(), codeTail: Type.String(), receivedAt: nullable(instantSchema) }),
  ),
  odds: Type.Array(Type.Object({ codeTail: Type.String(), sentence: bilingualSchema, at: instantSchema })),
})
const handInsSchema = Type.Object({
  asOf: instantSchema,
  ready: Type.Array(signedSchema),
  putAside: Type.Array(signedSchema),
  /** Registered, not signed yet as far as the employer noted; the first 1,000. */
  waiting: Type.Array(personSchema),
  waitingCount: Type.Integer(),
  batches: Type.Array(Type.Object(summary), { description: 'newest first, those of employers merged into this one among them' }),
})
export type HandIns = Static<typeof handInsSchema>
const entryParams = Type.Object({ entryId: uuidSchema })
const batchParams = Type.Object({ batchId: uuidSchema })

export const getHandInsRoute = route({
  operationId: 'getHandIns',
  method: 'GET',
  url: '/api/employer/hand-ins',
  surface: 'office',
  access: 'employer',
  summary: 'Signed forms in hand, those put aside, who is still missing, and the batches',
  answer: handInsSchema,
  status: 200,
  refuses: [],
})
export const tickFormRoute = route({
  operationId: 'tickForm',
  method: 'POST',
  url: '/api/employer/hand-ins/ticks',
  surface: 'office',
  access: 'employer',
  summary: 'A signed form is in hand: by its scanned code, the last four signs of it, or by the person; again it is the same form',
  body: Type.Object({ code: nullable(text(2000)), entryId: nullable(uuidSchema) }),
  answer: Type.Object({
    /** Null when several people have forms that end like that. */
    ticked: nullable(Type.Object({ entryId: uuidSchema, fullName: Type.String(), codeTail: Type.String(), before: Type.Boolean() })),
    candidates: Type.Array(personSchema),
  }),
  status: 200,
  refuses: ['form-not-listed', 'form-in-batch'],
})
export const putFormAsideRoute = route({
  operationId: 'putFormAside',
  method: 'POST',
  url: '/api/employer/hand-ins/:entryId/put-aside',
  surface: 'office',
  access: 'employer',
  summary: 'A form that cannot be handed in as it is, with the reason; null: it was not in hand at all',
  params: entryParams,
  body: Type.Object({ reason: nullable(asideReasonSchema) }),
  answer: null,
  status: 204,
  refuses: ['form-not-listed', 'form-in-batch'],
})
export const makeHandInBatchRoute = route({
  operationId: 'makeHandInBatch',
  method: 'POST',
  url: '/api/employer/hand-in-batches',
  surface: 'office',
  access: 'employer',
  summary: 'The ready forms as batches, one for each office that awaits them; what no office awaits any more is told',
  answer: Type.Object({ batches: Type.Array(Type.Object(summary)), left: Type.Array(personSchema) }),
  status: 201,
  refuses: ['no-form-ready'],
})
export const getHandInBatchRoute = route({
  operationId: 'getHandInBatch',
  method: 'GET',
  url: '/api/employer/hand-in-batches/:batchId',
  surface: 'office',
  access: 'employer',
  summary:
    'The list, what was received, what is missing, and what the office could not take, with the reason as far as an employer may know it',
  params: batchParams,
  answer: handInBatchSchema,
  status: 200,
  refuses: ['batch-unknown'],
})
export const deliverHandInBatchRoute = route({
  operationId: 'deliverHandInBatch',
  method: 'POST',
  url: '/api/employer/hand-in-batches/:batchId/delivery',
  surface: 'office',
  access: 'employer',
  summary: 'The batch was brought to the office; again it is the same delivery',
  params: batchParams,
  answer: handInBatchSchema,
  status: 200,
  refuses: ['batch-unknown'],
})
const sheet = {
  method: 'GET',
  surface: 'office',
  access: 'employer',
  params: batchParams,
  answer: null,
  media: 'application/pdf',
  status: 200,
} as const
export const getHandInCoverRoute = route({
  ...sheet,
  operationId: 'getHandInCover',
  url: '/api/employer/hand-in-batches/:batchId/cover-sheet',
  summary: 'The cover sheet with its code and the list, as PDF; the same however often it is printed',
  refuses: ['batch-unknown', 'overloaded'],
})
export const getHandInReceiptRoute = route({
  ...sheet,
  operationId: 'getHandInReceipt',
  url: '/api/employer/hand-in-batches/:batchId/receipt',
  summary: 'The hand-over receipt as PDF, once the office has closed the batch',
  refuses: ['batch-unknown', 'overloaded'],
})
