import { type EmployerMessage, listEmployerMessagesRoute, readEmployerMessageRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { listMessages, type MessageRow, readMessage } from './letter-queries.ts'

const toMessage = ({ sentAt, readAt, ...row }: MessageRow): EmployerMessage => ({
  ...row,
  sentAt: sentAt.toISOString(),
  readAt: readAt?.toISOString() ?? null,
})

/** An employer's inbox, with the rights of an employer. */
export function readMessages(server: Server, platform: Platform): void {
  addRoute(server, listEmployerMessagesRoute, async ({ request }) => {
    const { employerId } = requireActor(request, 'employer')
    const rows = await inEmployerTransaction(platform, (transaction) => listMessages(transaction, employerId))
    return { unread: rows.filter(({ readAt }) => readAt === null).length, messages: rows.map(toMessage) }
  })
  addRoute(server, readEmployerMessageRoute, async ({ params, request }) => {
    const { employerId, officerId } = requireActor(request, 'employer')
    const row = await inEmployerTransaction(platform, (transaction) => readMessage(transaction, employerId, params.messageId, officerId))
    return toMessage(requireFound(row, 'not-found'))
  })
}
