import { type Static, Type } from 'typebox'
import { civilDateSchema, instantSchema, nullable, partialDateSchema, registrationStateSchema, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const holderSchema = Type.Object({ staffName: Type.String(), mine: Type.Boolean() })
export const queueItemSchema = Type.Object({
  registrationId: uuidSchema,
  version: Type.Integer(),
  fileNumber: Type.String(),
  fullName: Type.String(),
  bornOn: partialDateSchema,
  state: registrationStateSchema,
  submittedAt: instantSchema,
  dueOn: nullable(civilDateSchema),
  graceEndsOn: nullable(civilDateSchema),
  movedByClosure: Type.Boolean(),
  lock: nullable(Type.Object({ staffName: Type.String(), mine: Type.Boolean(), until: instantSchema })),
  assignee: nullable(holderSchema),
  service: nullable(
    Type.Object({
      state: Type.Union([Type.Literal('running'), Type.Literal('paused'), Type.Literal('stopped')]),
      leftDays: Type.Integer({ description: 'working days of the office, today among them; zero or less: late' }),
      dueOn: nullable(civilDateSchema),
    }),
  ),
  marks: Type.Array(Type.String()),
})
export type QueueItem = Static<typeof queueItemSchema>

const queueName = Type.Union([
  Type.Literal('mine'),
  Type.Literal('office'),
  Type.Literal('awaiting-visit'),
  Type.Literal('received'),
  Type.Literal('returned'),
  Type.Literal('near-deadline'),
  Type.Literal('in-grace'),
  Type.Literal('fraud-review'),
  Type.Literal('second-check'),
  Type.Literal('decided'),
  Type.Literal('expired'),
])
export type QueueName = Static<typeof queueName>

export const listQueueRoute = route({
  operationId: 'listQueue',
  method: 'POST',
  url: '/api/counter/queue',
  surface: 'office',
  access: 'case-reader',
  summary: 'Own office’s cases with exact counts, search and paging; a POST, so that a searched name stands in no URL',
  body: Type.Object({ queue: Type.Optional(queueName), q: Type.Optional(text(100)), cursor: Type.Optional(text(200)) }),
  answer: Type.Object({
    counts: Type.Record(Type.String(), Type.Integer()),
    items: Type.Array(queueItemSchema),
    nextCursor: nullable(Type.String()),
    closures: Type.Array(Type.Object({ fromOn: civilDateSchema, toOn: civilDateSchema, reason: Type.String() })),
  }),
  status: 200,
  refuses: [],
})

const MOST = 100
const caseIds = Type.Array(uuidSchema, { minItems: 1, maxItems: MOST, uniqueItems: true })
/** Row by row: `done`, or the code and the words of its refusal. One that is refused holds up no other. */
const outcomesSchema = Type.Object({
  rows: Type.Array(
    Type.Object({
      key: Type.String({ description: 'the case’s or the entry’s id, as sent' }),
      fileNumber: nullable(Type.String()),
      done: Type.Boolean(),
      code: nullable(Type.String()),
      sentence: nullable(Type.String()),
      nextStep: nullable(Type.String()),
    }),
  ),
})
export type Outcome = Static<typeof outcomesSchema>['rows'][number]
const bulk = { method: 'POST', surface: 'office', access: 'clerk', answer: outcomesSchema, status: 200, refuses: [] } as const

export const remindCasesRoute = route({
  ...bulk,
  operationId: 'remindCases',
  url: '/api/counter/queue-reminders',
  summary: 'Remind applicants of their due date, each person once a day',
  body: Type.Object({ registrationIds: caseIds }),
})
export const receiveCasesRoute = route({
  ...bulk,
  operationId: 'receiveCases',
  url: '/api/counter/queue-receipts',
  summary: 'Many papers at once, each at the version on the screen',
  body: Type.Object({
    cases: Type.Array(Type.Object({ registrationId: uuidSchema, version: Type.Integer() }), { minItems: 1, maxItems: MOST }),
  }),
})
export const assignCasesRoute = route({
  ...bulk,
  operationId: 'assignCases',
  url: '/api/counter/queue-assignments',
  summary: 'Hand cases to a colleague of the office',
  body: Type.Object({ registrationIds: caseIds, staffId: Type.Integer() }),
})
export const listDeskColleaguesRoute = route({
  operationId: 'listDeskColleagues',
  method: 'GET',
  url: '/api/counter/colleagues',
  surface: 'office',
  access: 'clerk',
  summary: 'Who works at this desk',
  answer: Type.Object({ colleagues: Type.Array(Type.Object({ staffId: Type.Integer(), fullName: Type.String(), mine: Type.Boolean() })) }),
  status: 200,
  refuses: [],
})
export const printCasesRoute = route({
  operationId: 'printCases',
  method: 'POST',
  url: '/api/counter/queue-prints',
  surface: 'office',
  access: 'clerk',
  summary: 'The receipts of received cases in one file, or a list of the cases; one of another office is left out',
  body: Type.Object({ registrationIds: caseIds, what: Type.Union([Type.Literal('receipts'), Type.Literal('list')]) }),
  answer: null,
  media: 'application/pdf',
  status: 200,
  refuses: ['not-found', 'overloaded'],
})
export const printExpectedCasesRoute = route({
  operationId: 'printExpectedCases',
  method: 'POST',
  url: '/api/counter/expected-prints',
  surface: 'office',
  access: 'clerk',
  summary: 'For an hour without the network: whose Form 01 may come today, with the least that tells them apart',
  answer: null,
  media: 'application/pdf',
  status: 200,
  refuses: ['not-found', 'overloaded'],
})
export const catchUpCasesRoute = route({
  ...bulk,
  operationId: 'catchUpCases',
  url: '/api/counter/catch-ups',
  summary: 'Papers taken in while the network was away, each with the time noted then; sent twice it is one receipt',
  body: Type.Object({
    entries: Type.Array(Type.Object({ entryId: uuidSchema, code: text(300), receivedAt: instantSchema }), { minItems: 1, maxItems: MOST }),
  }),
})
