import { findCallWindow } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Transaction } from '../platform/transaction.ts'
import { appendTicketMove, lockTicket, type TicketRow } from '../tickets/index.ts'
import { bookWindow, type CallBackRow, findCallBack, freeWindow, insertCallBack, settleCallBack } from './call-back-queries.ts'
import { loadCallDays, placesFor } from './list-windows.ts'
import { sealPhone } from './to-call-back.ts'

type By = { actor: Actor; requestId: string }
export type CallBackOrder = { callBackId: string; ticket: TicketRow; phone: string; on: string; starts: string }

/** Somebody chose a window: a place in it, or a refusal. The same id again is the same call. @throws Refusal `call-back-…`, `not-found` */
export async function askCallBack(platform: Platform, transaction: Transaction, order: CallBackOrder, by: By): Promise<CallBackRow> {
  const { callBackId, ticket, phone, on, starts } = order
  const { reportId } = ticket
  await lockTicket(transaction, reportId)
  const known = await findCallBack(transaction, callBackId)
  if (known !== null) {
    if (known.reportId !== reportId) throw new Refusal('not-found')
    return known
  }
  const { office, days, rule } = await loadCallDays(transaction, ticket.officeId)
  const window = requireFound(findCallWindow(days, on, starts), 'call-back-window')
  const { officeId } = office
  const sealed = sealPhone(platform.keyring, callBackId, phone)
  const made = await insertCallBack(transaction, {
    callBackId,
    reportId,
    officeId,
    on,
    ...window,
    ruleVersion: rule.version,
    phone: sealed,
  })
  if (!made) throw new Refusal('call-back-waiting')
  const places = placesFor(ticket.askerId === null ? 'stranger' : 'person', rule)
  if (!(await bookWindow(transaction, { officeId, on, starts }, places))) throw new Refusal('call-back-full')
  const told = { reportId, kind: 'called', by: 'asker', shownToAsker: true, answers: false } as const
  await appendTicketMove(platform, transaction, {
    ...told,
    words: `Hẹn gọi lại: ${on.split('-').toReversed().join('/')}, ${window.starts}–${window.ends}`,
  })
  await recordAudit(transaction, { ...by, action: 'call-back-asked', personId: ticket.askerId, details: { callBackId, reportId } })
  return requireFound(await findCallBack(transaction, callBackId), 'not-found')
}

/** Not to be called after all. @throws Refusal `call-back-settled` */
export async function cancelCallBack(transaction: Transaction, row: CallBackRow, by: By): Promise<void> {
  if (row.state !== 'waiting') throw new Refusal('call-back-settled')
  await settleCallBack(transaction, row.callBackId, { state: 'cancelled', tries: row.tries })
  await freeWindow(transaction, row)
  const details = { callBackId: row.callBackId, reportId: row.reportId }
  await recordAudit(transaction, { ...by, action: 'call-back-cancelled', personId: row.askerId, details })
}
