import {
  beginChatRoute,
  endChatRoute,
  followChatRoute,
  getChatRoute,
  getChatStandingRoute,
  markChatRoute,
  sayInChatRoute,
} from './chats.ts'
import { route } from './route.ts'

/** The chat of an employer's officer: as a citizen's, at the office's host and by the officer's session alone. */
const OF_EMPLOYER = { surface: 'office', access: 'employer' } as const

export const getEmployerChatStandingRoute = route({
  ...getChatStandingRoute,
  ...OF_EMPLOYER,
  operationId: 'getEmployerChatStanding',
  url: '/api/employer/chats',
})
export const beginEmployerChatRoute = route({
  ...beginChatRoute,
  ...OF_EMPLOYER,
  operationId: 'beginEmployerChat',
  url: '/api/employer/chats',
})
export const getEmployerChatRoute = route({
  ...getChatRoute,
  ...OF_EMPLOYER,
  operationId: 'getEmployerChat',
  url: '/api/employer/chats/:chatId',
})
export const followEmployerChatRoute = route({
  ...followChatRoute,
  ...OF_EMPLOYER,
  operationId: 'followEmployerChat',
  url: '/api/employer/chats/:chatId/events',
})
export const sayInEmployerChatRoute = route({
  ...sayInChatRoute,
  ...OF_EMPLOYER,
  operationId: 'sayInEmployerChat',
  url: '/api/employer/chats/:chatId/messages',
})
export const markEmployerChatRoute = route({
  ...markChatRoute,
  ...OF_EMPLOYER,
  operationId: 'markEmployerChat',
  url: '/api/employer/chats/:chatId/marks',
})
export const endEmployerChatRoute = route({
  ...endChatRoute,
  ...OF_EMPLOYER,
  operationId: 'endEmployerChat',
  url: '/api/employer/chats/:chatId/ending',
})
