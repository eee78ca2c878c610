import { parsePhone } from '@an-sinh/domain'
import { findAccount } from '../accounts/index.ts'
import type { MessageContent } from '../message-texts/index.ts'
import { enqueueMessage } from '../messages/index.ts'
import { recordNotice, tellPerson } from '../notices/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { Transaction } from '../platform/transaction.ts'
import type { ReportHooks, ReportRow } from '../problem-reports/index.ts'
import { type Address, openContact } from './ticket-contact.ts'
import { findContact } from './ticket-queries.ts'

type TicketNews = Extract<MessageContent, { event: 'ticket-moved' }>

/** Where somebody without an account is told: what they gave themselves, else the phone they called from as it was written down. */
async function findAddress({ keyring }: Platform, transaction: Transaction, report: ReportRow): Promise<Address | null> {
  const contact = await findContact(transaction, report.reportId)
  if (contact !== null) return openContact(keyring, report.reportId, contact)
  const parsed = parsePhone(report.callerPhone ?? '')
  return parsed.ok ? { phone: parsed.phone } : null
}

/** Tells an asker how their ticket stands, once per key: the number and the state, never a word of the answer. */
export async function reachAsker(
  platform: Platform,
  transaction: Transaction,
  report: ReportRow,
  { key, state }: { key: string; state: TicketNews['state'] },
): Promise<void> {
  const content: TicketNews = { event: 'ticket-moved', reportNumber: report.reportNumber, state }
  if (report.askerKind === 'employer' || report.askerKind === 'clerk') return
  if (report.askerId !== null) {
    const told = { key, content, subjectId: report.reportId }
    const account = await findAccount(transaction, report.askerId)
    if (account === null || account.state === 'stopped') await recordNotice(transaction, report.askerId, told)
    else await tellPerson(platform, transaction, account, told)
    return
  }
  const to = await findAddress(platform, transaction, report)
  if (to !== null) await enqueueMessage(platform, transaction, { idempotencyKey: `${key}/first`, content, to })
}

const NEWS: Readonly<Record<string, TicketNews['state']>> = { answer: 'answered', reopen: 'reopened', close: 'closed', mark: 'marked' }

/** After a move of staff that the asker should know of. */
export async function tellAsker(
  platform: Platform,
  transaction: Transaction,
  report: ReportRow,
  { move, moveNo }: Parameters<ReportHooks['onMoved']>[2],
): Promise<void> {
  const state = NEWS[move]
  if (state !== undefined) await reachAsker(platform, transaction, report, { key: `ticket/${report.reportId}/${moveNo}`, state })
}
