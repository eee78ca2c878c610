import { moveProblemReportRoute } from '@an-sinh/contract'
import { checkReportMove, civilDateIn, type Department, findAnswerRule, type ReportMove } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { openView } from './open-view.ts'
import { listHelpers } from './report-colleagues.ts'
import { changeReport, findReport, insertMove, type MoveKind, type ReportChange, type ReportRow } from './report-queries.ts'
import { settleDue } from './settle-due.ts'
import { showReport } from './show-report.ts'

type StaffMove = Exclude<ReportMove, 'add'>
/** What a higher feature does in the same transaction once staff moved a report: its asker is told. */
export type ReportHooks = {
  onMoved: (transaction: Transaction, report: ReportRow, moved: { move: StaffMove; moveNo: number }) => Promise<void>
}

const KINDS: Record<StaffMove, MoveKind> = {
  assign: 'assigned',
  note: 'noted',
  answer: 'answered',
  forward: 'forwarded',
  reopen: 'reopened',
  mark: 'marked',
  close: 'closed',
}
/** What the asker reads of it: who works on it and what colleagues tell each other stays inside. */
const SHOWN: readonly StaffMove[] = ['answer', 'forward', 'reopen', 'mark', 'close']

type Asked = { move: StaffMove; to: Department; assigneeId: number | undefined }

/** What a move changes. The term begins anew where somebody else begins to work on it, or the asker is not helped. */
async function toChange(transaction: Transaction, row: ReportRow, asked: Asked, actor: StaffActor): Promise<ReportChange> {
  const dueAt = (department: Department) => settleDue(transaction, row.officeId, { department, category: row.category })
  switch (asked.move) {
    case 'assign': {
      const assigneeId = asked.assigneeId ?? actor.staffId
      if (assigneeId !== actor.staffId && !(await listHelpers(transaction, row, actor)).some(({ staffId }) => staffId === assigneeId))
        throw new Refusal('report-colleague')
      return { assigneeId }
    }
    case 'note':
      return {}
    case 'mark':
      return { abusive: true }
    case 'answer':
      return { state: 'answered' }
    case 'close':
      return { state: 'closed' }
    case 'forward':
      return { department: asked.to, assigneeId: null, due: await dueAt(asked.to) }
    case 'reopen':
      return { state: 'open', due: await dueAt(row.department) }
  }
}

export function moveProblemReport(server: Server, platform: Platform, hooks: ReportHooks): void {
  addRoute(server, moveProblemReportRoute, async ({ params: { reportId }, body, request }) => {
    const actor = requireActor(request, 'staff')
    const { move, assigneeId } = body
    return inTransaction(platform, async (transaction) => {
      const view = await openView(transaction, actor)
      const row = requireFound(await findReport(transaction, reportId, view), 'not-found')
      const { reopenDays } = findAnswerRule(civilDateIn(row.filedAt.getTime()))
      const refusal = checkReportMove({ ...row, reopenDays }, body)
      if (refusal !== null) throw new Refusal(refusal)
      const to = move === 'forward' ? requireFound(body.to, 'report-same-department') : row.department
      const change = await toChange(transaction, row, { move, to, assigneeId }, actor)
      if (!(await changeReport(transaction, reportId, body.version, change))) throw new Refusal('report-changed')
      const moveNo = await insertMove(transaction, {
        reportId,
        kind: KINDS[move],
        byKind: 'staff',
        byId: actor.staffId,
        department: to,
        words: body.words.trim(),
        shownToAsker: SHOWN.includes(move),
      })
      await hooks.onMoved(transaction, row, { move, moveNo })
      const personId = row.askerKind === 'citizen' ? row.askerId : null
      await recordAudit(transaction, { actor, action: 'report-moved', personId, requestId: request.id, details: { reportId, move } })
      return showReport(platform, transaction, requireFound(await findReport(transaction, reportId, view), 'not-found'), actor)
    })
  })
}
