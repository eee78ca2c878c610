import { type Static, Type } from 'typebox'
import { civilDateSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { askerKindSchema, ticketContextSchema } from './problem-reports.ts'
import { route } from './route.ts'

const timeSchema = Type.String({ pattern: '^\\d{2}:\\d{2}$' })
const closedSchema = Type.Union([
  Type.Literal('weekend'),
  Type.Literal('closure'),
  Type.Literal('public-holiday'),
  Type.Literal('compensation'),
  Type.Literal('swap-day-off'),
])
const daySchema = Type.Object({
  on: civilDateSchema,
  closed: nullable(closedSchema),
  closedName: nullable(Type.String({ description: 'the holiday’s name' })),
  windows: Type.Array(Type.Object({ starts: timeSchema, ends: timeSchema, isFree: Type.Boolean() })),
})
const windowsSchema = Type.Object({
  officeName: Type.String(),
  days: Type.Array(daySchema),
  nextFree: nullable(Type.Object({ on: civilDateSchema, starts: timeSchema, ends: timeSchema })),
})
export type CallBackWindows = Static<typeof windowsSchema>
const callBackSchema = Type.Object({
  callBackId: uuidSchema,
  reportId: uuidSchema,
  reportNumber: Type.String(),
  officeName: Type.String(),
  on: civilDateSchema,
  starts: timeSchema,
  ends: timeSchema,
  state: Type.Union(
    [
      Type.Literal('waiting'),
      Type.Literal('done'),
      Type.Literal('missed'),
      Type.Literal('cancelled'),
      Type.Literal('office-closed'),
      Type.Literal('not-made'),
    ],
    {
      description:
        'missed: nobody answered; office-closed: the day was closed after it was chosen; not-made: the office did not call in time',
    },
  ),
  tries: Type.Integer(),
  phoneMasked: Type.String(),
})
/** A call-back as its asker reads it. */
export type CallBack = Static<typeof callBackSchema>

const asked = {
  callBackId: uuidSchema,
  reportId: uuidSchema,
  category: text(60),
  words: text(10_000),
  context: ticketContextSchema,
  on: civilDateSchema,
  starts: timeSchema,
}
const ASK_REFUSALS = [
  'not-found',
  'report-words',
  'report-category',
  'call-back-window',
  'call-back-full',
  'call-back-waiting',
  'ticket-contact',
  'bad-text',
  'too-many',
  'work-first',
] as const
const known = { reportNumber: text(30), code: text(40) }

export const getOwnCallBackWindowsRoute = route({
  operationId: 'getOwnCallBackWindows',
  method: 'GET',
  url: '/api/me/call-back-windows',
  surface: 'citizen',
  access: 'citizen',
  summary: 'When one’s own office can call, and the phone of the account, masked',
  answer: Type.Object({ ...windowsSchema.properties, phoneMasked: nullable(Type.String()) }),
  status: 200,
  refuses: [],
})
export const getCallBackWindowsRoute = route({
  operationId: 'getCallBackWindows',
  method: 'GET',
  url: '/api/call-back-windows',
  surface: 'citizen',
  access: 'public',
  summary: 'When an office of a province can call',
  query: Type.Object({ provinceCode: text(10) }),
  answer: windowsSchema,
  status: 200,
  refuses: [],
})
export const askOwnCallBackRoute = route({
  operationId: 'askOwnCallBack',
  method: 'POST',
  url: '/api/me/call-backs',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Be called back about a ticket of one’s own, or about a new one that these words open; without a phone on that of the account',
  body: Type.Object({ ...asked, phone: nullable(text(30)) }),
  answer: callBackSchema,
  status: 201,
  refuses: ASK_REFUSALS,
})
export const listOwnCallBacksRoute = route({
  operationId: 'listOwnCallBacks',
  method: 'GET',
  url: '/api/me/call-backs',
  surface: 'citizen',
  access: 'citizen',
  summary: 'One’s own call-backs, newest first',
  answer: Type.Object({ callBacks: Type.Array(callBackSchema) }),
  status: 200,
  refuses: [],
})
export const cancelOwnCallBackRoute = route({
  operationId: 'cancelOwnCallBack',
  method: 'POST',
  url: '/api/me/call-backs/:callBackId/cancellation',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Not to be called after all; the place is free for somebody else',
  params: Type.Object({ callBackId: uuidSchema }),
  answer: callBackSchema,
  status: 200,
  refuses: ['not-found', 'call-back-settled'],
})
export const askCallBackRoute = route({
  operationId: 'askCallBack',
  method: 'POST',
  url: '/api/call-backs',
  surface: 'citizen',
  access: 'public',
  summary: 'Be called back without signing in: opens a ticket, answers its number and a look-up code that is told once',
  body: Type.Object({ ...asked, phone: text(30), provinceCode: text(10) }),
  answer: Type.Object({ code: Type.String(), callBack: callBackSchema }),
  status: 201,
  refuses: ASK_REFUSALS,
})
export const lookUpCallBacksRoute = route({
  operationId: 'lookUpCallBacks',
  method: 'POST',
  url: '/api/call-backs/look-ups',
  surface: 'citizen',
  access: 'public',
  summary: 'The call-backs of a ticket by its number and code',
  body: Type.Object(known),
  answer: Type.Object({ callBacks: Type.Array(callBackSchema) }),
  status: 200,
  refuses: ['ticket-unknown', 'bad-text', 'work-first', 'too-many'],
})
export const cancelCallBackRoute = route({
  operationId: 'cancelCallBack',
  method: 'POST',
  url: '/api/call-backs/cancellations',
  surface: 'citizen',
  access: 'public',
  summary: 'Not to be called after all, by number and code of the ticket',
  body: Type.Object(known),
  answer: Type.Object({ callBacks: Type.Array(callBackSchema) }),
  status: 200,
  refuses: ['ticket-unknown', 'call-back-settled', 'bad-text', 'work-first', 'too-many'],
})

const queued = {
  callBackId: uuidSchema,
  reportId: uuidSchema,
  reportNumber: Type.String(),
  askerKind: askerKindSchema,
  title: Type.String(),
  officeName: Type.String(),
  on: civilDateSchema,
  starts: timeSchema,
  ends: timeSchema,
  tries: Type.Integer(),
  late: Type.Boolean({ description: 'the window is over and nobody was reached' }),
  phoneMasked: Type.String(),
  caller: nullable(Type.Object({ staffName: Type.String(), mine: Type.Boolean() })),
}
const queuedSchema = Type.Object(queued)
export type QueuedCallBack = Static<typeof queuedSchema>
export const listCallBacksRoute = route({
  operationId: 'listCallBacks',
  method: 'GET',
  url: '/api/call-back-queue',
  surface: 'office',
  access: 'helper',
  summary: 'Who waits to be called by the offices in view, the soonest first, phones masked',
  answer: Type.Object({ now: instantSchema, items: Type.Array(queuedSchema) }),
  status: 200,
  refuses: [],
})
export const takeCallBackRoute = route({
  operationId: 'takeCallBack',
  method: 'POST',
  url: '/api/call-back-queue/:callBackId/taking',
  surface: 'office',
  access: 'helper',
  summary: 'I call: answers the number, to nobody else; written down',
  params: Type.Object({ callBackId: uuidSchema }),
  answer: Type.Object({ ...queued, phone: Type.String() }),
  status: 200,
  refuses: ['not-found', 'call-back-taken', 'call-back-settled'],
})
export const recordCallRoute = route({
  operationId: 'recordCall',
  method: 'POST',
  url: '/api/call-back-queue/:callBackId/calls',
  surface: 'office',
  access: 'helper',
  summary: 'How the call went: spoken to, with what was said for the ticket, or nobody answered; after the second time the asker is told',
  params: Type.Object({ callBackId: uuidSchema }),
  body: Type.Object({
    outcome: Type.Union([Type.Literal('reached'), Type.Literal('missed')]),
    tries: Type.Integer({ minimum: 0, description: 'calls before this one, as the queue told them: one sent twice counts once' }),
    words: text(4000),
    answers: Type.Boolean({ description: 'the ticket is answered by it' }),
  }),
  answer: Type.Object({ state: Type.String(), tries: Type.Integer() }),
  status: 200,
  refuses: ['not-found', 'call-back-taken', 'call-back-settled', 'call-back-counted', 'report-words'],
})
