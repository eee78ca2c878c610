import { type Static, Type } from 'typebox'
import { chatMarks, chatMessageSchema, chatStateSchema, chatWordsSchema } from './chats.ts'
import { bilingualSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const departmentSchema = Type.Union([
  Type.Literal('collection'),
  Type.Literal('communication'),
  Type.Literal('benefits'),
  Type.Literal('health-insurance'),
  Type.Literal('it'),
])

/** A chat as its agent sees it: of whoever asks no more than is needed to talk. */
const deskChatSchema = Type.Object({
  chatId: uuidSchema,
  askerKind: Type.Union([Type.Literal('citizen'), Type.Literal('employer'), Type.Literal('stranger')]),
  asker: Type.String({ description: 'name and number in part, or the employer; empty for somebody not signed in' }),
  language: Type.Union([Type.Literal('vi'), Type.Literal('en')]),
  category: bilingualSchema,
  department: departmentSchema,
  state: chatStateSchema,
  queuedAt: instantSchema,
  askerHere: Type.Boolean(),
  askerDelivered: Type.Integer(),
  askerSeen: Type.Integer(),
  lastSeq: Type.Integer(),
  endReason: nullable(Type.String()),
  ticketNumber: nullable(Type.String()),
})
export type DeskChat = Static<typeof deskChatSchema>

const queueSchema = Type.Object({
  waiting: Type.Array(Type.Object({ department: departmentSchema, waiting: Type.Integer(), since: instantSchema })),
  agents: Type.Array(Type.Object({ staffId: Type.Integer(), staffName: Type.String(), chats: Type.Integer() })),
})
export type ChatQueue = Static<typeof queueSchema>

const ofDuty = Type.Object({ dutyId: uuidSchema })
const ofDeskChat = Type.Object({ dutyId: uuidSchema, chatId: uuidSchema })

export const beginChatDutyRoute = route({
  operationId: 'beginChatDuty',
  method: 'POST',
  url: '/api/chat-duties',
  surface: 'office',
  access: 'helper',
  summary: 'Go on duty at the chat for some departments; going on duty elsewhere ends the one before',
  body: Type.Object({ dutyId: uuidSchema, departments: Type.Array(departmentSchema, { minItems: 1, maxItems: 5 }) }),
  answer: Type.Object({ dutyId: uuidSchema, chatsOfAgent: Type.Integer(), wordsMax: Type.Integer() }),
  status: 201,
  refuses: [],
})
export const endChatDutyRoute = route({
  operationId: 'endChatDuty',
  method: 'DELETE',
  url: '/api/chat-duties/:dutyId',
  surface: 'office',
  access: 'helper',
  summary: 'Go off duty; chats that are still open go back to the front of the queue',
  params: ofDuty,
  answer: null,
  status: 204,
  refuses: ['chat-off-duty'],
})
export const followChatDeskRoute = route({
  operationId: 'followChatDesk',
  method: 'GET',
  url: '/api/chat-duties/:dutyId/events',
  surface: 'office',
  access: 'helper',
  summary:
    'Server-sent events of the desk, all of its chats in one stream: message, chat, queue, gone, ping, reconnect, over. The id names how far each chat has come',
  params: ofDuty,
  query: Type.Object({ after: Type.Optional(Type.String({ maxLength: 1000 })) }),
  answer: null,
  media: 'text/event-stream',
  status: 200,
  refuses: ['chat-off-duty'],
})
export const takeChatRoute = route({
  operationId: 'takeChat',
  method: 'POST',
  url: '/api/chat-duties/:dutyId/chats',
  surface: 'office',
  access: 'helper',
  summary: 'Take the next chat of the queue',
  params: ofDuty,
  answer: deskChatSchema,
  status: 201,
  refuses: ['chat-off-duty', 'chat-nobody-waits', 'chat-seats-full'],
})
export const answerChatRoute = route({
  operationId: 'answerChat',
  method: 'POST',
  url: '/api/chat-duties/:dutyId/chats/:chatId/messages',
  surface: 'office',
  access: 'helper',
  summary: 'Say something in a chat that one holds',
  params: ofDeskChat,
  body: chatWordsSchema,
  answer: chatMessageSchema,
  status: 201,
  refuses: ['chat-off-duty', 'chat-not-yours', 'chat-words', 'bad-text'],
})
export const markDeskRoute = route({
  operationId: 'markDesk',
  method: 'POST',
  url: '/api/chat-duties/:dutyId/marks',
  surface: 'office',
  access: 'helper',
  summary: 'How far the messages of each chat have come; also the sign of life. Does not prolong a session',
  params: ofDuty,
  body: Type.Object({ chats: Type.Array(Type.Object({ chatId: uuidSchema, ...chatMarks }), { maxItems: 20 }) }),
  answer: null,
  status: 204,
  refuses: ['chat-off-duty'],
})
export const handOverChatRoute = route({
  operationId: 'handOverChat',
  method: 'POST',
  url: '/api/chat-duties/:dutyId/chats/:chatId/hand-over',
  surface: 'office',
  access: 'helper',
  summary: 'Hand a chat to another agent on duty, or to the front of a department’s queue',
  params: ofDeskChat,
  body: Type.Object({ toStaffId: nullable(Type.Integer()), department: nullable(departmentSchema) }),
  answer: null,
  status: 204,
  refuses: ['chat-off-duty', 'chat-not-yours', 'chat-hand-over'],
})
export const closeChatRoute = route({
  operationId: 'closeChat',
  method: 'POST',
  url: '/api/chat-duties/:dutyId/chats/:chatId/ending',
  surface: 'office',
  access: 'helper',
  summary: 'End a chat: answered, or for abuse with the messages it is about and a reason that the asker reads',
  params: ofDeskChat,
  body: Type.Object({
    reason: Type.Union([Type.Literal('answered'), Type.Literal('abusive')]),
    words: text(500),
    abusiveSeqs: Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 50 }),
  }),
  answer: deskChatSchema,
  status: 200,
  refuses: ['chat-off-duty', 'chat-not-yours', 'chat-words', 'bad-text'],
})
