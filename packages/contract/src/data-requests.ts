import { type Static, Type } from 'typebox'
import { bilingualSchema, civilDateSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const kindSchema = Type.Union([
  Type.Literal('view'),
  Type.Literal('copy'),
  Type.Literal('correct'),
  Type.Literal('withdraw-consent'),
  Type.Literal('restrict'),
  Type.Literal('delete'),
])
const stateSchema = Type.Union([
  Type.Literal('received'),
  Type.Literal('answered'),
  Type.Literal('done'),
  Type.Literal('refused'),
  Type.Literal('withdrawn'),
])
export const dataRequestSchema = Type.Object({
  requestId: uuidSchema,
  fileNumber: Type.String({ description: '{office code}/{yyyy}/DL{5 digits}' }),
  officeName: Type.String(),
  officePhone: nullable(Type.String()),
  kind: kindSchema,
  kindSentence: bilingualSchema,
  what: Type.String(),
  sentAt: instantSchema,
  answerBy: civilDateSchema,
  dueOn: civilDateSchema,
  state: stateSchema,
  isOpen: Type.Boolean(),
  moves: Type.Array(Type.Object({ state: stateSchema, sentence: bilingualSchema, note: Type.String(), at: instantSchema })),
})
export type DataRequest = Static<typeof dataRequestSchema>

export const listDataRequestsRoute = route({
  operationId: 'listDataRequests',
  method: 'GET',
  url: '/api/me/data-requests',
  surface: 'citizen',
  access: 'citizen',
  summary: 'One’s own requests about data, newest first, and what may be asked with the law’s times',
  answer: Type.Object({
    requests: Type.Array(dataRequestSchema),
    kinds: Type.Array(Type.Object({ kind: kindSchema, sentence: bilingualSchema, days: Type.Integer() })),
    answerWorkingDays: Type.Integer(),
    source: Type.String(),
    isChecked: Type.Boolean({ description: 'false: the times come from a summary of the law' }),
  }),
  status: 200,
  refuses: [],
})
export const sendDataRequestRoute = route({
  operationId: 'sendDataRequest',
  method: 'POST',
  url: '/api/me/data-requests',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Ask something about one’s own data; numbered, dated and due at once; the same id again answers the same receipt',
  body: Type.Object({ requestId: uuidSchema, kind: kindSchema, what: text(1000) }),
  answer: dataRequestSchema,
  status: 201,
  refuses: ['data-request-open-already', 'too-many'],
})
export const withdrawDataRequestRoute = route({
  operationId: 'withdrawDataRequest',
  method: 'POST',
  url: '/api/me/data-requests/:requestId/withdrawal',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Take an open request back; asked twice, the second answer is the first one’s',
  params: Type.Object({ requestId: uuidSchema }),
  answer: dataRequestSchema,
  status: 200,
  refuses: ['not-found', 'data-request-closed'],
})
