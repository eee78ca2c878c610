import type { TicketContext } from '@an-sinh/contract'
import { findReportCategory, TICKET_RULE } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Transaction } from '../platform/transaction.ts'
import { insertMove, loadReport } from '../problem-reports/index.ts'
import { openTicket } from './open-ticket.ts'
import { reachAsker } from './tell-asker.ts'
import { ticketCodeOf } from './ticket-contact.ts'
import { lockTicket, markAnswered, setFiledAt } from './ticket-queries.ts'

/** Who asks: signed in, or how to reach them, or only as they called themselves. */
export type TicketAsker = { personId: number } | { phone: string } | { email: string } | { name: string }

const CHAT = { actor: { kind: 'system', job: 'chat' } } as const
const cut = (words: string, most: number): string => (words.length <= most ? words : `${words.slice(0, most - 1)}…`)

/** A conversation becomes a ticket. Shapes: this feature's door. */
export async function openTicketFromChat(
  platform: Platform,
  transaction: Transaction,
  chat: {
    reportId: string
    askerKind: 'citizen' | 'hospital'
    asker: TicketAsker
    category: string
    title: string
    words: string
    officeId: number | null
    context: TicketContext
    at: Date
  },
): Promise<{ reportId: string; reportNumber: string; made: boolean; code: string | null }> {
  const { reportId, askerKind, asker, context, officeId, at } = chat
  const address = 'phone' in asker ? { phone: asker.phone } : 'email' in asker ? { email: asker.email } : null
  const withCode = !('personId' in asker)
  const made = await openTicket(
    platform,
    transaction,
    {
      reportId,
      askerKind,
      personId: 'personId' in asker ? asker.personId : null,
      name: 'name' in asker ? asker.name : '',
      address,
      withCode,
      category: findReportCategory(chat.category, askerKind)?.code ?? 'other',
      title: cut(chat.title, 200),
      words: cut(chat.words.trim() === '' ? '–' : chat.words, TICKET_RULE.wordsMax),
      context,
      officeId,
      provinceCode: null,
      filedBy: { kind: 'asker' },
    },
    CHAT,
  )
  if (made) await setFiledAt(transaction, reportId, at)
  const { reportNumber } = requireFound(await loadReport(transaction, reportId), 'not-found')
  return { reportId, reportNumber, made, code: withCode ? ticketCodeOf(platform.keyring, reportId) : null }
}

/** What was said, or what happened, put to a ticket. Answers the move's number. @throws Refusal `not-found` */
export async function appendTicketMove(
  platform: Platform,
  transaction: Transaction,
  move: {
    reportId: string
    kind: 'talked' | 'called' | 'answered'
    by: { staffId: number } | 'asker' | 'system'
    words: string
    shownToAsker: boolean
    answers: boolean
  },
): Promise<number> {
  const { reportId, kind, by, shownToAsker } = move
  if (!(await lockTicket(transaction, reportId))) throw new Refusal('not-found')
  const report = requireFound(await loadReport(transaction, reportId), 'not-found')
  const moveNo = await insertMove(transaction, {
    reportId,
    kind,
    byKind: typeof by === 'string' ? by : 'staff',
    byId: typeof by === 'string' ? null : by.staffId,
    department: report.department,
    words: cut(move.words, TICKET_RULE.transcriptMax),
    shownToAsker,
  })
  if (move.answers) {
    await markAnswered(transaction, reportId)
    await reachAsker(platform, transaction, report, { key: `ticket/${reportId}/${moveNo}`, state: 'answered' })
  }
  return moveNo
}
