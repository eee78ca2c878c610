import { checkReportMove, type Rating } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import type { Actor } from '../platform/actor.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Transaction } from '../platform/transaction.ts'
import { changeReport, insertMove, type MoveKind, settleDue } from '../problem-reports/index.ts'
import { insertRating, type TicketRow } from './ticket-queries.ts'
import { reopenDaysOf } from './to-ticket.ts'

export type AskerMove = { version: number; move: 'add' | 'reopen' | 'close'; words: string }
const KINDS: Record<AskerMove['move'], MoveKind> = { add: 'added', reopen: 'reopened', close: 'closed' }

/** What an asker does with a ticket of theirs. @throws Refusal of the move, `report-changed` */
export async function moveTicket(
  transaction: Transaction,
  row: TicketRow,
  { version, move, words }: AskerMove,
  by: { actor: Actor; requestId: string },
): Promise<void> {
  const { reportId } = row
  const refusal = checkReportMove({ ...row, reopenDays: reopenDaysOf(row) }, { move, words })
  if (refusal !== null) throw new Refusal(refusal)
  const change =
    move === 'reopen'
      ? { state: 'open' as const, due: await settleDue(transaction, row.officeId, row) }
      : move === 'close'
        ? { state: 'closed' as const }
        : {}
  if (!(await changeReport(transaction, reportId, version, change))) throw new Refusal('report-changed')
  await insertMove(transaction, {
    reportId,
    kind: KINDS[move],
    byKind: 'asker',
    byId: row.askerId,
    department: row.department,
    words: words.trim(),
    shownToAsker: true,
  })
  await recordAudit(transaction, { ...by, action: 'report-moved', personId: row.askerId, details: { reportId, move } })
}

/** The one question after an answer. @throws Refusal `ticket-rated` */
export async function rateTicket(
  transaction: Transaction,
  { reportId }: TicketRow,
  { moveNo, helped, words }: { moveNo: number; helped: Rating; words: string },
): Promise<void> {
  if (!(await insertRating(transaction, { reportId, moveNo, helped, words: words.trim() }))) throw new Refusal('ticket-rated')
}
