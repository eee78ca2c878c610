import { randomUUID } from 'node:crypto'
import { findReportCategory, writeTranscript } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import type { Transaction } from '../platform/transaction.ts'
import { insertReport, loadReport, settleDue } from '../problem-reports/index.ts'
import { appendTicketMove, openTicketFromChat } from '../tickets/index.ts'
import { type ChatRow, findOfficerOfChat, listChats, listMessages, type MessageRow, setTicket } from './chat-queries.ts'

const TITLE_MAX = 200
const WORDS_MAX = 4000
const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

type Opened = { ticketId: string; ticketNumber: string }

/** An employer's ticket is one of its problem reports, seen by all of its officers. */
async function openReport(transaction: Transaction, row: ChatRow, reportId: string, words: string): Promise<Opened | null> {
  const category = findReportCategory(row.category, 'employer')
  const officerId = await findOfficerOfChat(transaction, row.chatId)
  if (category === null || row.officeId === null || row.askerId === null || officerId === null) return null
  const { code, department, visibility } = category
  const made = await insertReport(transaction, {
    reportId,
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
  const report = made ? await loadReport(transaction, reportId) : null
  return report === null ? null : { ticketId: reportId, ticketNumber: report.reportNumber }
}

/** Null: there is one of that id, or none can be. */
async function openTicket(
  platform: Platform,
  transaction: Transaction,
  row: ChatRow,
  reportId: string,
  { words, sentAt }: MessageRow,
): Promise<Opened | null> {
  if (row.askerKind === 'employer') return openReport(transaction, row, reportId, words)
  const asker = row.askerId === null ? { name: '' } : { personId: row.askerId }
  const { category, officeId } = row
  const ticket = { reportId, askerKind: 'citizen', asker, category, title: '', words, officeId, context: {}, at: sentAt } as const
  const { made, reportNumber } = await openTicketFromChat(platform, transaction, ticket)
  return made ? { ticketId: reportId, ticketNumber: reportNumber } : null
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
  // A chat that bears the id of a ticket that was there before is not part of it: that one may be somebody else's.
  const open = (reportId: string) => openTicket(platform, transaction, row, reportId, asked)
  const kept = (await open(chatId)) ?? (await open(randomUUID()))
  if (kept === null) return
  await appendTicketMove(platform, transaction, {
    reportId: kept.ticketId,
    kind: 'talked',
    by: agentId === null ? 'system' : { staffId: agentId },
    words: writeTranscript(messages, row.language),
    shownToAsker: true,
    answers: messages.some(({ byKind }) => byKind === 'agent'),
  })
  await setTicket(transaction, chatId, kept)
}
