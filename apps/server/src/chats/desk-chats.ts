import { answerChatRoute, closeChatRoute, type DeskChat, handOverChatRoute, takeChatRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { readWords } from './begin-chat.ts'
import { type ChatRow, endChat, insertEvent, listChats, writeMessage } from './chat-queries.ts'
import { isOnDuty, passToAgent, passToDepartment, takeNext } from './desk-queries.ts'
import { keepAsTicket } from './keep-as-ticket.ts'
import { streamsOf } from './keep-streams.ts'
import { toDeskChat, toMessage } from './to-chat.ts'

/** @throws Refusal `chat-off-duty` */
const requireDuty = async (platform: Pick<Platform, 'sql'>, { staffId }: StaffActor, dutyId: string): Promise<void> => {
  if (!(await isOnDuty(platform.sql, staffId, dutyId))) throw new Refusal('chat-off-duty')
}

const loadDeskChat = async (platform: Pick<Platform, 'sql'>, chatId: string): Promise<DeskChat> => {
  const [row] = await listChats(platform.sql, [chatId])
  if (row === undefined) throw new Refusal('chat-not-yours')
  return toDeskChat(row)
}

/** The chat an agent holds, as it stands in this transaction. @throws Refusal `chat-not-yours` */
const requireHeld = async (transaction: Transaction, chatId: string, staffId: number): Promise<ChatRow> => {
  const [row] = await listChats(transaction, [chatId])
  if (row === undefined || row.agentId !== staffId) throw new Refusal('chat-not-yours')
  return row
}

/** About whom a chat is, for the audit; nobody of the register when an employer or a stranger asks. */
const personOf = ({ askerKind, askerId }: ChatRow): number | null => (askerKind === 'citizen' ? askerId : null)

export function takeChat(server: Server, platform: Platform): void {
  addRoute(server, takeChatRoute, async ({ params: { dutyId }, request }) => {
    const actor = requireActor(request, 'staff')
    await requireDuty(platform, actor, dutyId)
    const streams = streamsOf(platform)
    const chatId = await inTransaction(platform, async (transaction) => {
      const next = await takeNext(transaction, actor.staffId, streams.hub.rule.chatsOfAgent)
      if (next === 'seats-full') throw new Refusal('chat-seats-full')
      const taken = requireFound(next, 'chat-nobody-waits').chatId
      await insertEvent(transaction, taken, { kind: 'joined', byId: actor.staffId })
      const row = await requireHeld(transaction, taken, actor.staffId)
      const line = { actor, personId: personOf(row), requestId: request.id, details: { chatId: taken } }
      await recordAudit(transaction, { ...line, action: 'chat-taken' })
      return taken
    })
    streams.changed([chatId], true)
    return loadDeskChat(platform, chatId)
  })
}

export function answerChat(server: Server, platform: Platform): void {
  addRoute(server, answerChatRoute, async ({ params: { dutyId, chatId }, body: { messageId, words }, request }) => {
    const actor = requireActor(request, 'staff')
    const streams = streamsOf(platform)
    const kept = readWords(words, streams.hub.rule.wordsMax)
    const message = { chatId, messageId, byKind: 'agent', byId: actor.staffId, kind: 'words', ...kept } as const
    const written = await writeMessage(platform.sql, message, { agentId: actor.staffId, dutyId })
    if (written === null) {
      await requireDuty(platform, actor, dutyId)
      throw new Refusal('chat-not-yours')
    }
    streams.changed([chatId])
    return toMessage(written)
  })
}

export function handOverChat(server: Server, platform: Platform): void {
  addRoute(server, handOverChatRoute, async ({ params: { dutyId, chatId }, body: { toStaffId, department }, request }) => {
    const actor = requireActor(request, 'staff')
    await requireDuty(platform, actor, dutyId)
    const streams = streamsOf(platform)
    await inTransaction(platform, async (transaction) => {
      const row = await requireHeld(transaction, chatId, actor.staffId)
      const held = { chatId, fromId: actor.staffId }
      const passed =
        toStaffId === null
          ? await passToDepartment(transaction, { ...held, department: department ?? row.department })
          : await passToAgent(transaction, { ...held, toId: toStaffId, rule: streams.hub.rule })
      if (!passed) throw new Refusal('chat-hand-over')
      await insertEvent(transaction, chatId, { kind: 'handed-over' })
      if (toStaffId !== null) await insertEvent(transaction, chatId, { kind: 'joined', byId: toStaffId })
      const details = { chatId, ...(toStaffId === null ? { department: department ?? row.department } : { toStaffId }) }
      await recordAudit(transaction, { actor, action: 'chat-handed-over', personId: personOf(row), requestId: request.id, details })
    })
    streams.changed([chatId], true)
    return undefined
  })
}

export function closeChat(server: Server, platform: Platform): void {
  addRoute(server, closeChatRoute, async ({ params: { dutyId, chatId }, body: { reason, words, abusiveSeqs }, request }) => {
    const actor = requireActor(request, 'staff')
    await requireDuty(platform, actor, dutyId)
    if (reason === 'abusive' && words.trim() === '') throw new Refusal('chat-words')
    await inTransaction(platform, async (transaction) => {
      const row = await requireHeld(transaction, chatId, actor.staffId)
      if (!(await endChat(transaction, chatId, { reason, agentId: actor.staffId, abusiveSeqs }))) throw new Refusal('chat-not-yours')
      await insertEvent(transaction, chatId, {
        kind: 'ended',
        words: reason === 'abusive' ? `abusive ${words.trim()}` : reason,
        byId: actor.staffId,
      })
      await keepAsTicket(platform, transaction, chatId, actor.staffId)
      const line = { actor, personId: personOf(row), reasonCode: reason, requestId: request.id, details: { chatId } }
      await recordAudit(transaction, { ...line, action: 'chat-ended' })
    })
    streamsOf(platform).changed([chatId], true)
    return loadDeskChat(platform, chatId)
  })
}
