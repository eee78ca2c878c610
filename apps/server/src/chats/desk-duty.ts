import { beginChatDutyRoute, endChatDutyRoute, followChatDeskRoute, markDeskRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { admit, requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { moveMarks } from './chat-queries.ts'
import { beginDuty, endDuty, isOnDuty, keepDuty, listDeskChats } from './desk-queries.ts'
import { EventStream } from './event-stream.ts'
import { streamsOf } from './keep-streams.ts'
import { settleChats } from './settle-chats.ts'
import { quietResolvers } from './who-asks.ts'

export function beginChatDuty(server: Server, platform: Platform): void {
  addRoute(server, beginChatDutyRoute, async ({ body: { dutyId, departments }, request }) => {
    const actor = requireActor(request, 'staff')
    await inTransaction(platform, async (transaction) => {
      await beginDuty(transaction, { staffId: actor.staffId, dutyId, departments: [...new Set(departments)] })
      await recordAudit(transaction, { actor, action: 'chat-duty-begun', requestId: request.id })
    })
    const streams = streamsOf(platform)
    streams.changed([], true)
    const { chatsOfAgent, wordsMax } = streams.hub.rule
    return { dutyId, chatsOfAgent, wordsMax }
  })
}

export function endChatDuty(server: Server, platform: Platform): void {
  addRoute(server, endChatDutyRoute, async ({ params: { dutyId }, request }) => {
    const actor = requireActor(request, 'staff')
    await inTransaction(platform, async (transaction) => {
      if (!(await endDuty(transaction, actor.staffId, dutyId))) throw new Refusal('chat-off-duty')
      await recordAudit(transaction, { actor, action: 'chat-duty-ended', requestId: request.id })
    })
    // Whom they left behind goes on waiting at the front at once.
    const { changed } = await settleChats(platform)
    streamsOf(platform).changed(changed, true)
    return undefined
  })
}

export function markDesk(server: Server, platform: Platform): void {
  const quiet = quietResolvers(server, platform)
  addRoute(
    server,
    markDeskRoute,
    async ({ params: { dutyId }, body: { chats }, request }) => {
      const { staffId } = (await admit(request, 'helper', quiet)) as StaffActor
      if (!(await keepDuty(platform.sql, staffId, dutyId))) throw new Refusal('chat-off-duty')
      const moved = await moveMarks(platform.sql, { agentId: staffId }, chats)
      if (moved.length > 0) streamsOf(platform).changed(moved)
      return undefined
    },
    { resolves: 'in-handler' },
  )
}

const CURSOR = /^([0-9a-f-]{36})\.(\d{1,9})$/u

/** `<chatId>.<seq>~<chatId>.<seq>`: how far the page has each chat. */
const readCursor = (text: string): Map<string, number> =>
  new Map(
    text.split('~').flatMap((part) => {
      const [, chatId, seq] = CURSOR.exec(part) ?? []
      return chatId === undefined ? [] : [[chatId, Number(seq)] as const]
    }),
  )

/** Refuses before the first byte. What ended while the page was away is told once more. */
export function followChatDesk(server: Server, platform: Platform): void {
  const quiet = quietResolvers(server, platform)
  addRoute(server, followChatDeskRoute, async ({ params: { dutyId }, query, request, reply }) => {
    const { staffId } = requireActor(request, 'staff')
    if (!(await isOnDuty(platform.sql, staffId, dutyId))) throw new Refusal('chat-off-duty')
    const streams = streamsOf(platform)
    streams.requireRoom()
    const cursor = readCursor(String(request.headers['last-event-id'] ?? query.after ?? ''))
    const held = await listDeskChats(platform.sql, staffId, [...cursor.keys()])
    const stream = new EventStream(request, reply)
    for (const chatId of cursor.keys()) if (!held.includes(chatId)) stream.send('gone', { chatId })
    const seqs = new Map(held.map((chatId) => [chatId, cursor.get(chatId) ?? 0]))
    streams.follow({ stream, staffId, seqs, shown: new Map(), queueShown: '' }, async () => {
      await admit(request, 'helper', quiet)
      return isOnDuty(platform.sql, staffId, dutyId)
    })
    return reply
  })
}
