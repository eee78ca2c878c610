import { civilDateIn, findChatRule } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { endChat, insertEvent } from './chat-queries.ts'
import { claimSettling, findGiven, listLeft, readStanding, returnChats, takeNext } from './desk-queries.ts'
import { keepAsTicket } from './keep-as-ticket.ts'

/** Nobody waits for one that cannot be kept: it stays as it was and is tried again. */
async function endLeft(platform: Platform, transaction: Transaction, chatId: string): Promise<boolean> {
  try {
    return await transaction.savepoint(async (one) => {
      if (!(await endChat(one, chatId, { reason: 'asker-gone', agentId: null }))) return false
      await insertEvent(one, chatId, { kind: 'ended', words: 'asker-gone' })
      await keepAsTicket(platform, one, chatId, null)
      return true
    })
  } catch (error) {
    platform.log.error({ err: error, chatId }, 'chat not kept')
    return false
  }
}

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
    const left: string[] = []
    for (const chatId of await listLeft(transaction, rule)) if (await endLeft(platform, transaction, chatId)) left.push(chatId)
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
