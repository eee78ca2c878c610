import { civilDateIn, findChatRule } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { endChat, insertEvent } from './chat-queries.ts'
import { claimSettling, findGiven, listLeft, readStanding, returnChats, takeNext } from './desk-queries.ts'
import { keepAsTicket } from './keep-as-ticket.ts'

/**
 * What time does to chats: those of an agent who is gone go back to the front of the queue and the asker is told; those whose asker is gone are
 * closed with their transcript kept; and where the rule gives chats out, they are given. One process at a time; safe to run at any moment.
 */
export async function settleChats(platform: Platform): Promise<{ changed: string[]; queue: boolean }> {
  return inTransaction(platform, async (transaction) => {
    if (!(await claimSettling(transaction))) return { changed: [], queue: false }
    const { now } = await readStanding(transaction, findChatRule(civilDateIn(Date.now())))
    const rule = findChatRule(civilDateIn(now.getTime()))
    const returned = await returnChats(transaction, rule)
    for (const chatId of returned) await insertEvent(transaction, chatId, { kind: 'agent-gone' })
    const left = await listLeft(transaction, rule)
    for (const chatId of left)
      if (await endChat(transaction, chatId, { reason: 'asker-gone', agentId: null })) {
        await insertEvent(transaction, chatId, { kind: 'ended', words: 'asker-gone' })
        await keepAsTicket(platform, transaction, chatId, null)
      }
    const given: string[] = []
    if (rule.assignment === 'given')
      for (let staffId = await findGiven(transaction, rule); staffId !== null; staffId = await findGiven(transaction, rule)) {
        const next = await takeNext(transaction, staffId, rule.chatsOfAgent)
        if (next === null || next === 'seats-full') break
        await insertEvent(transaction, next.chatId, { kind: 'joined', byId: staffId })
        given.push(next.chatId)
      }
    const changed = [...returned, ...left, ...given]
    return { changed, queue: changed.length > 0 }
  })
}
