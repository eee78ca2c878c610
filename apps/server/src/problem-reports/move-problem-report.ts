import { moveProblemReportRoute } from '@an-sinh/contract'
import { checkReportMove, civilDateIn, type Department, findAnswerRule, type ReportMove } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { listOfficesInView } from '../staff/index.ts'
import { changeReport, findReport, insertMove, listMoves, type MoveKind, type ReportChange, type ReportRow } from './report-queries.ts'
import { settleDue } from './settle-due.ts'
import { toReport } from './to-report.ts'

const KINDS: Record<ReportMove, MoveKind> = {
  assign: 'assigned',
  note: 'noted',
  answer: 'answered',
  forward: 'forwarded',
  reopen: 'reopened',
}
/** What the asker reads of it: who works on it and what colleagues tell each other stays inside. */
const SHOWN: readonly ReportMove[] = ['answer', 'forward', 'reopen']

/** What a move changes. The term begins anew where somebody else begins to work on it, or the asker is not helped. */
async function toChange(
  transaction: Transaction,
  row: ReportRow,
  { move, to, staffId }: { move: ReportMove; to: Department; staffId: number },
): Promise<ReportChange> {
  switch (move) {
    case 'assign':
      return { assigneeId: staffId }
    case 'note':
      return {}
    case 'answer':
      return { state: 'answered' }
    case 'forward':
      return { department: to, assigneeId: null, due: await settleDue(transaction, row.officeId, to) }
    case 'reopen':
      return { state: 'open', due: await settleDue(transaction, row.officeId, row.department) }
  }
}

export function moveProblemReport(server: Server, platform: Platform): void {
  addRoute(server, moveProblemReportRoute, async ({ params: { reportId }, body, request }) => {
    const actor = requireActor(request, 'staff')
    return inTransaction(platform, async (transaction) => {
      const officeIds = await listOfficesInView(transaction, actor)
      const row = requireFound(await findReport(transaction, reportId, officeIds), 'not-found')
      const { reopenDays } = findAnswerRule(civilDateIn(row.filedAt.getTime()))
      const refusal = checkReportMove({ ...row, reopenDays }, body)
      if (refusal !== null) throw new Refusal(refusal)
      const to = body.move === 'forward' ? requireFound(body.to, 'report-same-department') : row.department
      const change = await toChange(transaction, row, { move: body.move, to, staffId: actor.staffId })
      if (!(await changeReport(transaction, reportId, body.version, change))) throw new Refusal('report-changed')
      await insertMove(transaction, {
        reportId,
        kind: KINDS[body.move],
        byKind: 'staff',
        byId: actor.staffId,
        department: to,
        words: body.words.trim(),
        shownToAsker: SHOWN.includes(body.move),
      })
      await recordAudit(transaction, { actor, action: 'report-moved', requestId: request.id, details: { reportId, move: body.move } })
      return toReport(
        requireFound(await findReport(transaction, reportId, officeIds), 'not-found'),
        await listMoves(transaction, reportId),
        actor,
      )
    })
  })
}
