import { type Static, Type } from 'typebox'
import { bilingualSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { ratingSchema, reportStateSchema, ticketContextSchema, ticketPhotoKindSchema } from './problem-reports.ts'
import { route } from './route.ts'

const WORDS_MAX = 10_000
const item = {
  reportId: uuidSchema,
  reportNumber: Type.String(),
  category: bilingualSchema,
  department: bilingualSchema,
  title: Type.String(),
  state: reportStateSchema,
  filedAt: instantSchema,
  dueAt: instantSchema,
  late: Type.Boolean(),
}
const ticketMoveSchema = Type.Object({
  moveNo: Type.Integer(),
  kind: Type.String(),
  by: Type.String({ description: 'asker, staff or system; never who of the staff' }),
  department: bilingualSchema,
  words: Type.String(),
  at: instantSchema,
  rating: nullable(ratingSchema),
})
const ticketSchema = Type.Object({
  ...item,
  version: Type.Integer(),
  words: Type.String(),
  context: ticketContextSchema,
  reachedBy: nullable(Type.String({ description: 'masked phone or e-mail to which it is told that there is an answer' })),
  may: Type.Object({ add: Type.Boolean(), reopen: Type.Boolean(), close: Type.Boolean(), sendPhotos: Type.Boolean() }),
  photos: Type.Array(ticketPhotoKindSchema),
  moves: Type.Array(ticketMoveSchema),
})
/** A ticket as its asker reads it. */
export type Ticket = Static<typeof ticketSchema>

const filed = { reportId: uuidSchema, category: text(60), words: text(WORDS_MAX), context: ticketContextSchema }
const moved = {
  version: Type.Integer(),
  move: Type.Union([Type.Literal('add'), Type.Literal('reopen'), Type.Literal('close')]),
  words: text(WORDS_MAX),
}
const rated = { moveNo: Type.Integer({ minimum: 1 }), helped: ratingSchema, words: text(500) }
/** How somebody without an account names their ticket: number and look-up code. */
export const known = { reportNumber: text(30), code: text(40) }
const MOVE_REFUSALS = [
  'report-changed',
  'report-answered',
  'report-not-answered',
  'report-too-late',
  'report-words',
  'report-closed',
] as const

export const listOwnTicketsRoute = route({
  operationId: 'listOwnTickets',
  method: 'GET',
  url: '/api/me/tickets',
  surface: 'citizen',
  access: 'citizen',
  summary: 'One’s own tickets, newest first',
  answer: Type.Object({ tickets: Type.Array(Type.Object(item)) }),
  status: 200,
  refuses: [],
})
export const getOwnTicketRoute = route({
  operationId: 'getOwnTicket',
  method: 'GET',
  url: '/api/me/tickets/:reportId',
  surface: 'citizen',
  access: 'citizen',
  summary: 'One ticket with its answers',
  params: Type.Object({ reportId: uuidSchema }),
  answer: ticketSchema,
  status: 200,
  refuses: ['not-found'],
})
export const fileOwnTicketRoute = route({
  operationId: 'fileOwnTicket',
  method: 'POST',
  url: '/api/me/tickets',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Ask for help; the same id sent twice is one ticket',
  body: Type.Object(filed),
  answer: ticketSchema,
  status: 201,
  refuses: ['not-found', 'report-words', 'report-category', 'bad-text', 'too-many'],
})
export const moveOwnTicketRoute = route({
  operationId: 'moveOwnTicket',
  method: 'POST',
  url: '/api/me/tickets/:reportId/moves',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Tell more, say that the answer did not help, or close it',
  params: Type.Object({ reportId: uuidSchema }),
  body: Type.Object(moved),
  answer: ticketSchema,
  status: 200,
  refuses: ['not-found', 'bad-text', 'too-many', ...MOVE_REFUSALS],
})
export const rateOwnTicketRoute = route({
  operationId: 'rateOwnTicket',
  method: 'POST',
  url: '/api/me/tickets/:reportId/ratings',
  surface: 'citizen',
  access: 'citizen',
  summary: 'Did this answer help? Once for each answer',
  params: Type.Object({ reportId: uuidSchema }),
  body: Type.Object(rated),
  answer: ticketSchema,
  status: 200,
  refuses: ['not-found', 'ticket-rated', 'bad-text'],
})

export const fileTicketRoute = route({
  operationId: 'fileTicket',
  method: 'POST',
  url: '/api/tickets',
  surface: 'citizen',
  access: 'public',
  summary: 'Ask for help without signing in: answers a number and a look-up code that is told once',
  body: Type.Object({
    ...filed,
    contact: Type.Union([Type.Object({ phone: text(30) }), Type.Object({ email: text(200) })]),
    provinceCode: Type.Optional(text(10)),
  }),
  answer: Type.Object({ code: Type.String(), ticket: ticketSchema }),
  status: 201,
  refuses: ['not-found', 'report-words', 'report-category', 'ticket-contact', 'bad-text', 'too-many', 'work-first'],
})
export const lookUpTicketRoute = route({
  operationId: 'lookUpTicket',
  method: 'POST',
  url: '/api/tickets/look-ups',
  surface: 'citizen',
  access: 'public',
  summary: 'One ticket by number and code; the same answer for a wrong code and for none of that number',
  body: Type.Object(known),
  answer: ticketSchema,
  status: 200,
  refuses: ['ticket-unknown', 'bad-text', 'work-first', 'too-many'],
})
export const moveTicketRoute = route({
  operationId: 'moveTicket',
  method: 'POST',
  url: '/api/tickets/moves',
  surface: 'citizen',
  access: 'public',
  summary: 'Tell more, open again or close, by number and code',
  body: Type.Object({ ...known, ...moved }),
  answer: ticketSchema,
  status: 200,
  refuses: ['ticket-unknown', 'bad-text', 'work-first', 'too-many', ...MOVE_REFUSALS],
})
export const rateTicketRoute = route({
  operationId: 'rateTicket',
  method: 'POST',
  url: '/api/tickets/ratings',
  surface: 'citizen',
  access: 'public',
  summary: 'Did this answer help? By number and code, once for each answer',
  body: Type.Object({ ...known, ...rated }),
  answer: ticketSchema,
  status: 200,
  refuses: ['ticket-unknown', 'ticket-rated', 'bad-text', 'work-first', 'too-many'],
})
