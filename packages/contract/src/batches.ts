import { type Static, Type } from 'typebox'
import { bilingualSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const summary = {
  batchId: uuidSchema,
  batchNumber: Type.String(),
  employerName: Type.String(),
  expected: Type.Integer(),
  received: Type.Integer(),
  odd: Type.Integer(),
  madeAt: instantSchema,
  handedOverAt: nullable(instantSchema),
}
const batchSchema = Type.Object({
  ...summary,
  officeName: Type.String(),
  forms: Type.Array(
    Type.Object({
      position: Type.Integer(),
      codeTail: Type.String(),
      receivedAt: nullable(instantSchema),
      clerkName: nullable(Type.String()),
    }),
  ),
  odds: Type.Array(
    Type.Object({
      scanId: uuidSchema,
      reason: Type.String(),
      sentence: bilingualSchema,
      codeTail: Type.String(),
      at: instantSchema,
      clerkName: Type.String(),
    }),
    { description: 'newest first' },
  ),
})
export type Batch = Static<typeof batchSchema>
const params = Type.Object({ batchId: uuidSchema })

export const listBatchesRoute = route({
  operationId: 'listBatches',
  method: 'GET',
  url: '/api/counter/batches',
  surface: 'office',
  access: 'clerk',
  summary: 'Batches of the own office: those not handed over first, then the last thirty days; no person is named',
  answer: Type.Object({ batches: Type.Array(Type.Object(summary)) }),
  status: 200,
  refuses: [],
})
export const findBatchRoute = route({
  operationId: 'findBatch',
  method: 'POST',
  url: '/api/counter/batch-lookups',
  surface: 'office',
  access: 'clerk',
  summary: 'By the code of the cover sheet (BK…) or the batch number',
  body: Type.Object({ code: text(300) }),
  answer: batchSchema,
  status: 200,
  refuses: ['batch-unknown', 'case-elsewhere'],
})
export const getBatchRoute = route({
  operationId: 'getBatch',
  method: 'GET',
  url: '/api/counter/batches/:batchId',
  surface: 'office',
  access: 'clerk',
  summary: 'Forms by the tail of their code, who took which, and the odd ones with the reason',
  params,
  answer: batchSchema,
  status: 200,
  refuses: ['batch-unknown', 'case-elsewhere'],
})
export const scanBatchFormRoute = route({
  operationId: 'scanBatchForm',
  method: 'POST',
  url: '/api/counter/batches/:batchId/forms',
  surface: 'office',
  access: 'clerk',
  summary: 'One form in turn: received as at the counter, or laid on the pile of odd ones; the same scan id again is the same scan',
  params,
  body: Type.Object({ scanId: uuidSchema, code: text(2000) }),
  answer: Type.Object({
    outcome: Type.Union([Type.Literal('received'), Type.Literal('odd')]),
    codeTail: Type.String(),
    sentence: nullable(bilingualSchema),
    batch: batchSchema,
  }),
  status: 201,
  refuses: ['batch-unknown', 'case-elsewhere', 'batch-handed-over'],
})
export const handOverBatchRoute = route({
  operationId: 'handOverBatch',
  method: 'POST',
  url: '/api/counter/batches/:batchId/hand-over',
  surface: 'office',
  access: 'clerk',
  summary: 'The batch is closed with what was received; again it is the same hand-over',
  params,
  answer: batchSchema,
  status: 201,
  refuses: ['batch-unknown', 'case-elsewhere'],
})
export const getBatchReceiptRoute = route({
  operationId: 'getBatchReceipt',
  method: 'GET',
  url: '/api/counter/batches/:batchId/receipt',
  surface: 'office',
  access: 'clerk',
  summary: 'The hand-over receipt as PDF: counts, forms by the tail of their code, both signatures, a code anybody can check',
  params,
  answer: null,
  media: 'application/pdf',
  status: 200,
  refuses: ['batch-unknown', 'case-elsewhere', 'overloaded'],
})
