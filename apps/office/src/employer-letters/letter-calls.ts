import type { AnswerOf, EmployerMessage, listEmployerMessagesRoute, readEmployerMessageRoute } from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export const listLetters = (signal: AbortSignal): Promise<AnswerOf<typeof listEmployerMessagesRoute>> =>
  callApi<typeof listEmployerMessagesRoute>('GET', '/api/employer/messages', { signal })
export const readLetter = (messageId: string): Promise<EmployerMessage> =>
  callApi<typeof readEmployerMessageRoute>('POST', '/api/employer/messages/:messageId/read', { params: { messageId } })
