import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, instantSchema, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const lineKindSchema = Type.Union([
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
const stateSchema = Type.Union([
  Type.Literal('received'),
  Type.Literal('in-review'),
  Type.Literal('corrected'),
  Type.Literal('kept'),
  Type.Literal('withdrawn'),
])
/** A line as it is shown, cell by cell; `field` is its lasting name. */
const correctableLineSchema = Type.Object({
  title: bilingualSchema,
  facts: Type.Array(Type.Object({ field: Type.String(), label: bilingualSchema, value: bilingualSchema })),
  source: Type.String(),
})
const wantedSchema = Type.Object({ field: text(60), value: text(200) })
const correctionRequestSchema = Type.Object({
  requestId: uuidSchema,
  fileNumber: Type.String({ description: '{office code}/{yyyy}/DC{5 digits}' }),
  officeName: Type.String(),
  officePhone: Type.Union([Type.String(), Type.Null()]),
  kind: lineKindSchema,
  lineId: Type.String(),
  line: correctableLineSchema,
  problem: problemSchema,
  problemSentence: bilingualSchema,
  what: Type.String(),
  wanted: Type.Array(wantedSchema),
  sentAt: instantSchema,
  dueOn: civilDateSchema,
  state: stateSchema,
  isOpen: Type.Boolean(),
  moves: Type.Array(Type.Object({ state: stateSchema, sentence: bilingualSchema, at: instantSchema })),
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
