import { type Static, Type } from 'typebox'
import {
  bilingualSchema,
  civilDateSchema,
  instantSchema,
  nullable,
  partialDateSchema,
  photoKindSchema,
  text,
  uuidSchema,
} from './common.ts'
import { correctableLineSchema, lineKindSchema, requestPurposeSchema, requestStateSchema, wantedSchema } from './procedures.ts'
import { route } from './route.ts'

const queueSchema = Type.Union([Type.Literal('to-decide'), Type.Literal('near-deadline'), Type.Literal('waiting'), Type.Literal('decided')])
export type RequestQueueName = Static<typeof queueSchema>

const queueItem = Type.Object({
  requestId: uuidSchema,
  fileNumber: Type.String(),
  purpose: requestPurposeSchema,
  kind: lineKindSchema,
  fullName: Type.String(),
  state: requestStateSchema,
  sentAt: instantSchema,
  dueOn: civilDateSchema,
  decided: Type.Boolean({ description: 'decided within the undo time, not yet released' }),
})
export type RequestQueueItem = Static<typeof queueItem>

const kindSchema = Type.Union([Type.Literal('accept'), Type.Literal('refuse'), Type.Literal('ask')])
const params = Type.Object({ requestId: uuidSchema })

const requestCaseSchema = Type.Object({
  requestId: uuidSchema,
  version: Type.Integer(),
  fileNumber: Type.String(),
  purpose: requestPurposeSchema,
  kind: lineKindSchema,
  state: requestStateSchema,
  sentAt: instantSchema,
  dueOn: civilDateSchema,
  person: Type.Object({
    fullName: Type.String(),
    bornOn: partialDateSchema,
    insuranceNumber: Type.String(),
    phoneMasked: nullable(Type.String()),
  }),
  problem: bilingualSchema,
  what: Type.String({ description: 'the person’s own words' }),
  shown: correctableLineSchema,
  now: nullable(correctableLineSchema),
  fields: Type.Array(
    Type.Object({
      field: Type.String(),
      label: bilingualSchema,
      shown: bilingualSchema,
      now: nullable(bilingualSchema),
      wanted: nullable(Type.String()),
      holds: nullable(Type.String({ description: 'what may be written: month, money, date, …; null: not the office’s to put right' })),
      suggested: nullable(Type.String({ description: 'what the person typed, as the register would keep it' })),
    }),
  ),
  removable: Type.Boolean({ description: 'the whole line can be taken away' }),
  photos: Type.Array(
    Type.Object({
      kind: photoKindSchema,
      documentId: uuidSchema,
      widthPx: Type.Integer(),
      heightPx: Type.Integer(),
      hints: Type.Array(Type.String()),
    }),
  ),
  idCard: nullable(Type.Object({ fullName: Type.String(), bornOn: partialDateSchema, nationalId: Type.String() })),
  history: Type.Array(
    Type.Object({
      state: requestStateSchema,
      sentence: bilingualSchema,
      at: instantSchema,
      reason: nullable(bilingualSchema),
      said: Type.String(),
    }),
  ),
  reasons: Type.Array(
    Type.Object({
      code: Type.String(),
      for: Type.Union([Type.Literal('refuse'), Type.Literal('ask')]),
      clerkText: bilingualSchema,
      citizenSentence: bilingualSchema,
      nextStep: bilingualSchema,
      smsText: Type.String(),
    }),
  ),
  acceptSms: Type.String(),
  decision: nullable(
    Type.Object({
      decisionId: uuidSchema,
      kind: kindSchema,
      staffName: Type.String(),
      decidedAt: instantSchema,
      releasesAt: instantSchema,
      released: Type.Boolean(),
      undoable: Type.Boolean(),
      undoneWhy: nullable(Type.String()),
    }),
  ),
})
export type RequestCase = Static<typeof requestCaseSchema>

export const listRequestQueueRoute = route({
  operationId: 'listRequestQueue',
  method: 'POST',
  url: '/api/counter/request-queue',
  surface: 'office',
  access: 'case-reader',
  summary: 'Requests of the own office with exact counts, by file number and paging',
  body: Type.Object({ queue: queueSchema, fileNumber: Type.Optional(text(40)), after: Type.Optional(uuidSchema) }),
  answer: Type.Object({ counts: Type.Record(Type.String(), Type.Integer()), items: Type.Array(queueItem), next: nullable(uuidSchema) }),
  status: 200,
  refuses: [],
})
export const getRequestCaseRoute = route({
  operationId: 'getRequestCase',
  method: 'GET',
  url: '/api/counter/requests/:requestId',
  surface: 'office',
  access: 'case-reader',
  summary: 'A request field by field: shown then, now, asked for; papers and the person’s words; an audit line the person sees',
  params,
  answer: requestCaseSchema,
  status: 200,
  refuses: ['not-found', 'case-elsewhere', 'case-own'],
})
export const getRequestCasePhotoRoute = route({
  operationId: 'getRequestCasePhoto',
  method: 'GET',
  url: '/api/counter/requests/:requestId/photos/:kind',
  surface: 'office',
  access: 'case-reader',
  summary: 'Paper or portrait as JPEG; an audit line',
  params: Type.Object({ requestId: uuidSchema, kind: photoKindSchema }),
  answer: null,
  media: 'image/jpeg',
  status: 200,
  refuses: ['not-found', 'case-elsewhere', 'case-own', 'too-many'],
})
export const decideRequestRoute = route({
  operationId: 'decideRequest',
  method: 'POST',
  url: '/api/counter/requests/:requestId/decision',
  surface: 'office',
  access: 'clerk',
  summary:
    'Accept with the values to be written, refuse or ask for more by a reason; recorded at once, written and told after the undo time',
  params,
  body: Type.Object({
    decisionId: uuidSchema,
    version: Type.Integer(),
    kind: kindSchema,
    values: Type.Array(wantedSchema, { maxItems: 30 }),
    removesLine: Type.Boolean(),
    reasonCode: nullable(text(60)),
    said: text(300),
  }),
  answer: requestCaseSchema,
  status: 201,
  refuses: [
    'case-decided',
    'case-own',
    'case-elsewhere',
    'move-not-allowed',
    'reason-missing',
    'correction-empty',
    'value-wrong',
    'line-moved',
    'national-id-taken',
    'version-conflict',
    'not-found',
  ],
})
export const undoRequestDecisionRoute = route({
  operationId: 'undoRequestDecision',
  method: 'POST',
  url: '/api/counter/requests/:requestId/decision-undo',
  surface: 'office',
  access: 'clerk',
  summary: 'Take the decision back before it is released; twice is once',
  params,
  body: Type.Object({ decisionId: uuidSchema }),
  answer: requestCaseSchema,
  status: 200,
  refuses: ['undo-too-late', 'not-allowed', 'not-found', 'case-elsewhere', 'case-own'],
})

export const findRequestRoute = route({
  operationId: 'findRequest',
  method: 'POST',
  url: '/api/counter/request-lookups',
  surface: 'office',
  access: 'clerk',
  summary: 'Number of a request, scanned or typed → its id and nothing else',
  body: Type.Object({ fileNumber: text(40) }),
  answer: Type.Object({ requestId: uuidSchema }),
  status: 200,
  refuses: ['not-found'],
})
