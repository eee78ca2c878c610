import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, instantSchema, nullable, photoKindSchema, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

export const lineKindSchema = Type.Union([
  Type.Literal('participation-spell'),
  Type.Literal('health-card'),
  Type.Literal('benefit'),
  Type.Literal('visit'),
  Type.Literal('visit-cost'),
  Type.Literal('medical-paper'),
  Type.Literal('identity'),
])
const problemSchema = Type.Union([
  Type.Literal('wrong-value'),
  Type.Literal('not-mine'),
  Type.Literal('missing-months'),
  Type.Literal('double'),
  Type.Literal('wrong-employer'),
  Type.Literal('wrong-salary'),
  Type.Literal('paid-but-late'),
  Type.Literal('never-received'),
  Type.Literal('other'),
])
export const requestStateSchema = Type.Union([
  Type.Literal('received'),
  Type.Literal('in-review'),
  Type.Literal('waiting'),
  Type.Literal('corrected'),
  Type.Literal('kept'),
  Type.Literal('withdrawn'),
])
/** A line as it is shown, cell by cell; `field` is its lasting name. */
export const correctableLineSchema = Type.Object({
  title: bilingualSchema,
  facts: Type.Array(Type.Object({ field: Type.String(), label: bilingualSchema, value: bilingualSchema })),
  source: Type.String(),
})
export const wantedSchema = Type.Object({ field: text(60), value: text(200) })
export const requestPurposeSchema = Type.Union([Type.Literal('correction'), Type.Literal('adjust')])
export const correctionRequestSchema = Type.Object({
  requestId: uuidSchema,
  fileNumber: Type.String({ description: '{office code}/{yyyy}/DC{5 digits}' }),
  purpose: requestPurposeSchema,
  officeName: Type.String(),
  officePhone: Type.Union([Type.String(), Type.Null()]),
  kind: lineKindSchema,
  lineId: Type.String(),
  line: correctableLineSchema,
  problem: problemSchema,
  problemSentence: bilingualSchema,
  what: Type.String(),
  wanted: Type.Array(wantedSchema),
  photoKinds: Type.Array(photoKindSchema),
  sentAt: instantSchema,
  dueOn: civilDateSchema,
  state: requestStateSchema,
  isOpen: Type.Boolean(),
  moves: Type.Array(
    Type.Object({
      state: requestStateSchema,
      sentence: bilingualSchema,
      at: instantSchema,
      reason: nullable(Type.Object({ sentence: bilingualSchema, nextStep: bilingualSchema })),
      said: Type.String({ description: 'what the person added, or the office’s own words' }),
    }),
  ),
})
export type CorrectionRequest = Static<typeof correctionRequestSchema>

export const getCorrectableLineRoute = route({
  operationId: 'getCorrectableLine',
  method: 'GET',
  url: '/api/me/correctable-lines',
  surface: 'citizen',
  access: 'citizen',
  summary: 'One of one’s own lines as it is shown, and what may be said to be wrong with it',
  query: Type.Object({ kind: lineKindSchema, lineId: text(80) }),
  answer: Type.Object({
    kind: lineKindSchema,
    lineId: Type.String(),
    line: correctableLineSchema,
    problems: Type.Array(Type.Object({ problem: problemSchema, sentence: bilingualSchema })),
  }),
  status: 200,
  refuses: ['line-unknown'],
})
export const sendCorrectionRequestRoute = route({
  operationId: 'sendCorrectionRequest',
  method: 'POST',
  url: '/api/me/correction-requests',
  surface: 'citizen',
  access: 'citizen',
  summary:
    '"This line is wrong": the line is attached as shown; numbered, dated and due at once; the same id again answers the same receipt',
  body: Type.Object({
    requestId: uuidSchema,
    kind: lineKindSchema,
    lineId: text(80),
    problem: problemSchema,
    what: text(1000),
    wanted: Type.Array(wantedSchema, { maxItems: 30 }),
  }),
  answer: correctionRequestSchema,
  status: 201,
  refuses: ['line-unknown', 'correction-empty', 'correction-open-already', 'too-many'],
})
export const listCorrectionRequestsRoute = route({
  operationId: 'listCorrectionRequests',
  method: 'GET',
  url: '/api/me/correction-requests',
  surface: 'citizen',
  access: 'citizen',
  summary: 'One’s own requests, newest first',
  answer: Type.Object({ requests: Type.Array(correctionRequestSchema) }),
  status: 200,
  refuses: [],
})
export const withdrawCorrectionRequestRoute = route({
  operationId: 'withdrawCorrectionRequest',
  method: 'POST',
  url: '/api/me/correction-requests/:requestId/withdrawal',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Take an open request back; asked twice, the second answer is the first one’s',
  params: Type.Object({ requestId: uuidSchema }),
  answer: correctionRequestSchema,
  status: 200,
  refuses: ['not-found', 'correction-closed'],
})

export const answerCorrectionRequestRoute = route({
  operationId: 'answerCorrectionRequest',
  method: 'POST',
  url: '/api/me/correction-requests/:requestId/additions',
  surface: 'citizen',
  access: 'citizen',
  summary: 'What the office asked for: a sentence, photos sent before; the clock goes on; the same words again answer the same',
  params: Type.Object({ requestId: uuidSchema }),
  body: Type.Object({ what: text(1000) }),
  answer: correctionRequestSchema,
  status: 201,
  refuses: ['not-found', 'correction-closed', 'version-conflict'],
})
