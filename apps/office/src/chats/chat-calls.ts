import type {
  answerChatRoute,
  beginChatDutyRoute,
  BodyOf,
  ChatMessage,
  closeChatRoute,
  DeskChat,
  endChatDutyRoute,
  handOverChatRoute,
  markDeskRoute,
  takeChatRoute,
} from '@an-sinh/contract'
import type { Department } from '@an-sinh/domain'
import { callApi } from '../shared/call-api.ts'

export type Ending = BodyOf<typeof closeChatRoute>
export type HandOver = BodyOf<typeof handOverChatRoute>

export const beginDuty = (dutyId: string, departments: Department[]) =>
  callApi<typeof beginChatDutyRoute>('POST', '/api/chat-duties', { body: { dutyId, departments } })
export const endDuty = (dutyId: string): Promise<undefined> =>
  callApi<typeof endChatDutyRoute>('DELETE', '/api/chat-duties/:dutyId', { params: { dutyId } })
export const takeChat = (dutyId: string): Promise<DeskChat> =>
  callApi<typeof takeChatRoute>('POST', '/api/chat-duties/:dutyId/chats', { params: { dutyId } })
export const answerChat = (dutyId: string, chatId: string, body: BodyOf<typeof answerChatRoute>): Promise<ChatMessage> =>
  callApi<typeof answerChatRoute>('POST', '/api/chat-duties/:dutyId/chats/:chatId/messages', { params: { dutyId, chatId }, body })
export const handOverChat = (dutyId: string, chatId: string, body: HandOver): Promise<undefined> =>
  callApi<typeof handOverChatRoute>('POST', '/api/chat-duties/:dutyId/chats/:chatId/hand-over', { params: { dutyId, chatId }, body })
export const closeChat = (dutyId: string, chatId: string, body: Ending): Promise<DeskChat> =>
  callApi<typeof closeChatRoute>('POST', '/api/chat-duties/:dutyId/chats/:chatId/ending', { params: { dutyId, chatId }, body })

/** The page's own sign of life, no use of the session: it is sent beside `callApi`, which would move the end of an idle session on. */
export const markChats = async (dutyId: string, body: BodyOf<typeof markDeskRoute>): Promise<void> => {
  const headers = { 'content-type': 'application/json' }
  await fetch(`/api/chat-duties/${dutyId}/marks`, { method: 'POST', headers, body: JSON.stringify(body) })
}
