import { type Static, Type } from 'typebox'
import { civilDateSchema, partialDateSchema, text, uuidSchema } from './common.ts'
import { dataRequestSchema } from './data-requests.ts'
import { route } from './route.ts'

const params = Type.Object({ requestId: uuidSchema })
const itemSchema = Type.Object({
  ...Type.Pick(dataRequestSchema, ['requestId', 'fileNumber', 'kindSentence', 'state', 'sentAt', 'answerBy', 'dueOn']).properties,
  fullName: Type.String(),
  isLate: Type.Boolean({ description: 'past the day of the first answer, or past the day due' }),
})
export type DataRequestItem = Static<typeof itemSchema>
const caseSchema = Type.Object({
  request: dataRequestSchema,
  person: Type.Object({ fullName: Type.String(), bornOn: partialDateSchema, insuranceNumber: Type.String() }),
  today: civilDateSchema,
  isLate: Type.Boolean(),
  version: Type.Integer({ description: 'how many moves there were; a decision names it' }),
})
export type DataRequestCase = Static<typeof caseSchema>

export const listDataRequestQueueRoute = route({
  operationId: 'listDataRequestQueue',
  method: 'GET',
  url: '/api/counter/data-requests',
  surface: 'office',
  access: 'clerk',
  summary: 'Open requests about data at one’s own office, the soonest due first; at most 200',
  answer: Type.Object({ items: Type.Array(itemSchema) }),
  status: 200,
  refuses: [],
})
export const getDataRequestCaseRoute = route({
  operationId: 'getDataRequestCase',
  method: 'GET',
  url: '/api/counter/data-requests/:requestId',
  surface: 'office',
  access: 'clerk',
  summary: 'One request about data: who asks, what, both dates of the law, every move',
  params,
  answer: caseSchema,
  status: 200,
  refuses: ['not-found', 'case-elsewhere', 'case-own'],
})
export const moveDataRequestRoute = route({
  operationId: 'moveDataRequest',
  method: 'POST',
  url: '/api/counter/data-requests/:requestId/moves',
  surface: 'office',
  access: 'clerk',
  summary: 'Answer that it is taken up, tell that it is done, or refuse with an explanation; told to the person',
  params,
  body: Type.Object({
    version: Type.Integer({ minimum: 1 }),
    move: Type.Union([Type.Literal('answer'), Type.Literal('finish'), Type.Literal('refuse')]),
    note: text(1000),
  }),
  answer: caseSchema,
  status: 200,
  refuses: ['not-found', 'case-elsewhere', 'case-own', 'data-request-closed', 'version-conflict', 'data-request-note-missing', 'bad-text'],
})
