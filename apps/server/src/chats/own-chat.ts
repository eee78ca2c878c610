import type { endChatRoute, followChatRoute, getChatRoute, markChatRoute, sayInChatRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { loadOwnChat, readWords } from './begin-chat.ts'
import { endChat, findOwnChat, insertEvent, moveMarks, writeMessage } from './chat-queries.ts'
import { EventStream } from './event-stream.ts'
import type { Likewise } from './get-standing.ts'
import { keepAsTicket } from './keep-as-ticket.ts'
import { streamsOf } from './keep-streams.ts'
import { toMessage } from './to-chat.ts'
import type { WhoAsks } from './who-asks.ts'

/** `quietly`: asked by a page on its own account, which leaves a session as idle as it was. */
type Asking = { readonly who: WhoAsks; readonly quietly: WhoAsks }

export function getChat(server: Server, platform: Platform, { route, who }: Asking & { route: Likewise<typeof getChatRoute> }): void {
  addRoute(server, route, async ({ params: { chatId }, request }) => loadOwnChat(platform, chatId, await who(request)))
}

export function sayInChat(server: Server, platform: Platform, { route, who }: Asking & { route: Likewise<typeof sayInChatRoute> }): void {
  addRoute(server, route, async ({ params: { chatId }, body: { messageId, words }, request }) => {
    const asker = await who(request)
    const streams = streamsOf(platform)
    const kept = readWords(words, streams.hub.rule.wordsMax)
    await platform.limits.consume('chat-words', chatId)
    const message = { chatId, messageId, byKind: 'asker', byId: null, kind: 'words', ...kept } as const
    const written = await writeMessage(platform.sql, message, { asker })
    if (written === null) {
      requireFound(await findOwnChat(platform.sql, chatId, asker), 'not-found')
      throw new Refusal('chat-ended')
    }
    streams.changed([chatId])
    return toMessage(written)
  })
}

export function markChat(server: Server, platform: Platform, { route, quietly }: Asking & { route: Likewise<typeof markChatRoute> }): void {
  const work: Parameters<typeof addRoute<Likewise<typeof markChatRoute>>>[2] = async ({ params: { chatId }, body, request }) => {
    const asker = await quietly(request)
    const moved = await moveMarks(platform.sql, { asker }, [{ chatId, ...body }])
    if (moved.length > 0) streamsOf(platform).changed(moved)
    else requireFound(await findOwnChat(platform.sql, chatId, asker), 'not-found')
    return undefined
  }
  addRoute(server, route, work, { resolves: 'in-handler' })
}

export function endOwnChat(server: Server, platform: Platform, { route, who }: Asking & { route: Likewise<typeof endChatRoute> }): void {
  addRoute(server, route, async ({ params: { chatId }, request }) => {
    const asker = await who(request)
    const { agentId } = requireFound(await findOwnChat(platform.sql, chatId, asker), 'not-found')
    const ended = await inTransaction(platform, async (transaction) => {
      if (!(await endChat(transaction, chatId, { reason: 'by-asker', agentId: null }))) return false
      await insertEvent(transaction, chatId, { kind: 'ended', words: 'by-asker' })
      await keepAsTicket(platform, transaction, chatId, agentId)
      const personId = asker.personId
      await recordAudit(transaction, { actor: asker.actor, action: 'chat-ended', personId, requestId: request.id, details: { chatId } })
      return true
    })
    if (ended) streamsOf(platform).changed([chatId], true)
    return loadOwnChat(platform, chatId, asker)
  })
}

/** Refuses before the first byte; after that the stream itself says when it is over. */
export function followChat(
  server: Server,
  platform: Platform,
  { route, who, quietly }: Asking & { route: Likewise<typeof followChatRoute> },
): void {
  addRoute(server, route, async ({ params: { chatId }, query, request, reply }) => {
    requireFound(await findOwnChat(platform.sql, chatId, await who(request)), 'not-found')
    const streams = streamsOf(platform)
    streams.requireRoom()
    const seq = Number.parseInt(String(request.headers['last-event-id'] ?? query.after ?? '0'), 10)
    const feed = {
      stream: new EventStream(request, reply),
      chatId,
      seq: Number.isSafeInteger(seq) && seq > 0 ? seq : 0,
      row: null,
      shown: '',
    }
    streams.follow(feed, async () => (await findOwnChat(platform.sql, chatId, await quietly(request))) !== null)
    return reply
  })
}
