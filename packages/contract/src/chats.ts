import { type Static, Type } from 'typebox'
import { bilingualSchema, instantSchema, nullable, text, uuidSchema } from './common.ts'
import { route } from './route.ts'

const WORDS_MAX = 2000
const languageSchema = Type.Union([Type.Literal('vi'), Type.Literal('en')])
export const chatStateSchema = Type.Union([Type.Literal('waiting'), Type.Literal('active'), Type.Literal('ended')])
export const chatWordsSchema = Type.Object({ messageId: uuidSchema, words: text(WORDS_MAX) })
export const chatMarks = {
  delivered: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  seen: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
}

export const chatMessageSchema = Type.Object({
  seq: Type.Integer({ description: 'order within the chat, from 1 on without gaps; the id of the event' }),
  messageId: uuidSchema,
  by: Type.Union([Type.Literal('asker'), Type.Literal('agent'), Type.Literal('system')]),
  kind: Type.Union([
    Type.Literal('words'),
    Type.Literal('joined'),
    Type.Literal('agent-gone'),
    Type.Literal('handed-over'),
    Type.Literal('ended'),
  ]),
  words: Type.String(),
  masked: Type.Boolean({ description: 'something that looked like a secret was taken out before it was kept' }),
  sentAt: instantSchema,
})
export type ChatMessage = Static<typeof chatMessageSchema>

/** A chat as whoever asks sees it. */
const chatSchema = Type.Object({
  chatId: uuidSchema,
  state: chatStateSchema,
  category: bilingualSchema,
  place: nullable(Type.Integer({ description: 'in the queue, 1 is next' })),
  waitMinutes: nullable(Type.Integer({ description: '0: at once; null: nobody is on duty' })),
  agentName: nullable(Type.String()),
  agentDelivered: Type.Integer(),
  agentSeen: Type.Integer(),
  lastSeq: Type.Integer(),
  endReason: nullable(Type.String()),
  ticketNumber: nullable(Type.String()),
  ticketCode: nullable(
    Type.String({ description: 'opens the ticket, with its number, for somebody not signed in; told for a while after the end' }),
  ),
})
export type Chat = Static<typeof chatSchema>
const chatWithMessagesSchema = Type.Object({ chat: chatSchema, messages: Type.Array(chatMessageSchema) })
export type ChatWithMessages = Static<typeof chatWithMessagesSchema>

const deskSchema = Type.Object({
  open: Type.Boolean({ description: 'staffed by its hours, and somebody is on duty' }),
  staffed: Type.Boolean({ description: 'by its hours; whether somebody is on duty is another question' }),
  nextAt: instantSchema,
  weekdays: Type.Array(Type.Integer()),
  spans: Type.Array(Type.Array(Type.String())),
  waiting: Type.Integer(),
  waitMinutes: nullable(Type.Integer()),
  full: Type.Boolean(),
  wordsMax: Type.Integer(),
  categories: Type.Array(Type.Object({ code: Type.String(), name: bilingualSchema })),
  own: nullable(uuidSchema),
})
/** How the chat stands before one begins. */
export type ChatStanding = Static<typeof deskSchema>

const newChatSchema = Type.Object({
  chatId: uuidSchema,
  messageId: uuidSchema,
  language: languageSchema,
  category: text(60),
  words: text(WORDS_MAX),
})
const ofChat = Type.Object({ chatId: uuidSchema })
const ofStream = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 1000, description: 'as Last-Event-ID, for a client that cannot send it' })),
})

export const getChatStandingRoute = route({
  operationId: 'getChatStanding',
  method: 'GET',
  url: '/api/chats',
  surface: 'citizen',
  access: 'public',
  summary: 'Whether somebody is there to talk with, how long one waits, and one’s own open chat',
  answer: deskSchema,
  status: 200,
  refuses: [],
})
export const beginChatRoute = route({
  operationId: 'beginChat',
  method: 'POST',
  url: '/api/chats',
  surface: 'citizen',
  access: 'public',
  summary:
    'Join the queue with a first message; the same id sent twice is one chat. Who is not signed in gets a secret in a cookie, which opens this chat and nothing else',
  body: newChatSchema,
  answer: chatWithMessagesSchema,
  status: 201,
  refuses: ['chat-words', 'chat-category', 'chat-closed', 'chat-queue-full', 'work-first', 'too-many', 'bad-text'],
})
export const getChatRoute = route({
  operationId: 'getChat',
  method: 'GET',
  url: '/api/chats/:chatId',
  surface: 'citizen',
  access: 'public',
  summary: 'One’s own chat with everything said in it',
  params: ofChat,
  answer: chatWithMessagesSchema,
  status: 200,
  refuses: ['not-found'],
})
export const followChatRoute = route({
  operationId: 'followChat',
  method: 'GET',
  url: '/api/chats/:chatId/events',
  surface: 'citizen',
  access: 'public',
  summary:
    'Server-sent events of one’s own chat: message (id = its seq), state, ping, reconnect, over. Goes on after Last-Event-ID; nothing is lost or doubled',
  params: ofChat,
  query: ofStream,
  answer: null,
  media: 'text/event-stream',
  status: 200,
  refuses: ['not-found'],
})
export const sayInChatRoute = route({
  operationId: 'sayInChat',
  method: 'POST',
  url: '/api/chats/:chatId/messages',
  surface: 'citizen',
  access: 'public',
  summary: 'Say something; the same message id sent twice is one message. What looks like a password, a code or a card number is masked',
  params: ofChat,
  body: chatWordsSchema,
  answer: chatMessageSchema,
  status: 201,
  refuses: ['not-found', 'chat-ended', 'chat-words', 'too-many', 'bad-text'],
})
export const markChatRoute = route({
  operationId: 'markChat',
  method: 'POST',
  url: '/api/chats/:chatId/marks',
  surface: 'citizen',
  access: 'public',
  summary: 'How far messages have come and were looked at; also the sign of life. Does not prolong a session',
  params: ofChat,
  body: Type.Object(chatMarks),
  answer: null,
  status: 204,
  refuses: ['not-found'],
})
export const endChatRoute = route({
  operationId: 'endChat',
  method: 'POST',
  url: '/api/chats/:chatId/ending',
  surface: 'citizen',
  access: 'public',
  summary: 'Leave the queue or end the chat; what was said becomes part of a ticket',
  params: ofChat,
  answer: chatWithMessagesSchema,
  status: 200,
  refuses: ['not-found'],
})
