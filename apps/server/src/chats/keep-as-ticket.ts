import { findReportCategory, writeTranscript } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import type { Transaction } from '../platform/transaction.ts'
import { insertReport, loadReport, settleDue } from '../problem-reports/index.ts'
import { appendTicketMove, openTicketFromChat } from '../tickets/index.ts'
import { type ChatRow, findOfficerOfChat, listChats, listMessages, type MessageRow, setTicket } from './chat-queries.ts'

const TITLE_MAX = 200
const WORDS_MAX = 4000
const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

/** An employer's ticket is one of its problem reports, seen by all of its officers. */
async function openReport(transaction: Transaction, row: ChatRow, words: string): Promise<string | null> {
  const category = findReportCategory(row.category, 'employer')
  const officerId = await findOfficerOfChat(transaction, row.chatId)
  if (category === null || row.officeId === null || row.askerId === null || officerId === null) return null
  const { code, department, visibility } = category
  await insertReport(transaction, {
    reportId: row.chatId,
    askerKind: 'employer',
    askerId: row.askerId,
    filedByKind: 'asker',
    filedById: officerId,
    officeId: row.officeId,
    category: code,
    department,
    visibility,
    title: cut(words.split('\n')[0] ?? words, TITLE_MAX),
    words: cut(words, WORDS_MAX),
    ...(await settleDue(transaction, row.officeId, { department, category: code })),
  })
  return (await loadReport(transaction, row.chatId))?.reportNumber ?? null
}

async function openTicket(
  platform: Platform,
  transaction: Transaction,
  row: ChatRow,
  { words, sentAt }: MessageRow,
): Promise<string | null> {
  if (row.askerKind === 'employer') return openReport(transaction, row, words)
  const asker = row.askerId === null ? { name: '' } : { personId: row.askerId }
  const { chatId: reportId, category, officeId } = row
  const ticket = { reportId, askerKind: 'citizen', asker, category, title: '', words, officeId, context: {}, at: sentAt } as const
  return (await openTicketFromChat(platform, transaction, ticket)).reportNumber
}

/**
 * What was said becomes part of a ticket, in the transaction that ends the chat. The ticket has the chat's own id, so that a chat never becomes
 * two. Somebody of the desk has answered: the ticket is answered by it; nobody has: it waits for an answer as any other. Whoever left the
 * queue of their own accord gets none.
 */
export async function keepAsTicket(platform: Platform, transaction: Transaction, chatId: string, agentId: number | null): Promise<void> {
  const [row] = await listChats(transaction, [chatId])
  const messages = await listMessages(transaction, chatId)
  const asked = messages.find(({ byKind, kind }) => byKind === 'asker' && kind === 'words')
  if (row === undefined || asked === undefined || (row.endReason === 'by-asker' && row.takenAt === null)) return
  const ticketNumber = await openTicket(platform, transaction, row, asked)
  if (ticketNumber === null) return
  await appendTicketMove(platform, transaction, {
    reportId: chatId,
    kind: 'talked',
    by: agentId === null ? 'system' : { staffId: agentId },
    words: writeTranscript(messages, row.language),
    shownToAsker: true,
    answers: messages.some(({ byKind }) => byKind === 'agent'),
  })
  await setTicket(transaction, chatId, { ticketId: chatId, ticketNumber })
}
