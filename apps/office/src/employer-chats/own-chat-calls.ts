import type {
  beginEmployerChatRoute,
  BodyOf,
  ChatMessage,
  ChatStanding,
  ChatWithMessages,
  endEmployerChatRoute,
  getEmployerChatRoute,
  getEmployerChatStandingRoute,
  sayInEmployerChatRoute,
} from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

type Found = { readonly standing: ChatStanding; readonly begun: ChatWithMessages | null }

export const getOwnChat = (chatId: string, signal?: AbortSignal): Promise<ChatWithMessages> =>
  callApi<typeof getEmployerChatRoute>('GET', '/api/employer/chats/:chatId', {
    params: { chatId },
    ...(signal === undefined ? {} : { signal }),
  })
/** How the chat stands, and one's own that is open. */
export const findOwnChat = async (signal: AbortSignal): Promise<Found> => {
  const standing = await callApi<typeof getEmployerChatStandingRoute>('GET', '/api/employer/chats', { signal })
  return { standing, begun: standing.own === null ? null : await getOwnChat(standing.own, signal) }
}
export const beginOwnChat = (body: BodyOf<typeof beginEmployerChatRoute>): Promise<ChatWithMessages> =>
  callApi<typeof beginEmployerChatRoute>('POST', '/api/employer/chats', { body })
export const sayInOwnChat = (chatId: string, body: BodyOf<typeof sayInEmployerChatRoute>): Promise<ChatMessage> =>
  callApi<typeof sayInEmployerChatRoute>('POST', '/api/employer/chats/:chatId/messages', { params: { chatId }, body })
export const endOwnChat = (chatId: string): Promise<ChatWithMessages> =>
  callApi<typeof endEmployerChatRoute>('POST', '/api/employer/chats/:chatId/ending', { params: { chatId } })
/** The page's own sign of life: beside `callApi`, which would move the end of an idle session on. */
export const markOwnChat = async (chatId: string, seq: number): Promise<void> => {
  const body = JSON.stringify({ delivered: seq, seen: document.visibilityState === 'visible' ? seq : 0 })
  await fetch(`/api/employer/chats/${chatId}/marks`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
}
