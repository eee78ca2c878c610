import {
  fileOwnProblemReportRoute,
  getOwnProblemReportRoute,
  listOwnProblemReportsRoute,
  type OwnProblemReport,
  reopenOwnProblemReportRoute,
} from '@an-sinh/contract'
import { checkReportMove, civilDateIn, DEPARTMENTS, findAnswerRule, findReportCategory, listCategoriesOf } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inEmployerTransaction, type Transaction } from '../platform/transaction.ts'
import { findOwnReport, listOwnReports, listShownMoves, type OwnAsker, type OwnReportRow } from './own-report-queries.ts'
import { changeReport, insertMove, insertReport } from './report-queries.ts'
import { settleDue } from './settle-due.ts'
import { categoryName } from './to-report.ts'

const reopenDaysOf = ({ filedAt }: OwnReportRow): number => findAnswerRule(civilDateIn(filedAt.getTime())).reopenDays

const toOwnItem = (row: OwnReportRow) => ({
  reportId: row.reportId,
  reportNumber: row.reportNumber,
  category: categoryName(row.category),
  department: DEPARTMENTS[row.department],
  title: row.title,
  state: row.state,
  filedAt: row.filedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  late: row.late,
})

/** The report as its employer reads it. @throws Refusal `not-found`, for another employer's as for one that never was */
const loadOwn = async (transaction: Transaction, asker: OwnAsker, reportId: string): Promise<OwnProblemReport> => {
  const row = requireFound(await findOwnReport(transaction, asker, reportId), 'not-found')
  return {
    ...toOwnItem(row),
    version: row.version,
    words: row.words,
    reopenable: row.state !== 'open' && row.daysAnswered <= reopenDaysOf(row),
    moves: (await listShownMoves(transaction, asker.employerId, reportId)).map(({ kind, byKind, department, words, movedAt }) => ({
      kind,
      by: byKind,
      department: DEPARTMENTS[department],
      words,
      at: movedAt.toISOString(),
    })),
  }
}

function readOwnReports(server: Server, platform: Platform): void {
  addRoute(server, listOwnProblemReportsRoute, async ({ request }) => {
    const actor = requireActor(request, 'employer')
    const rows = await inEmployerTransaction(platform, (transaction) => listOwnReports(transaction, actor))
    return {
      categories: listCategoriesOf('employer').map(({ code, name, department }) => ({
        code,
        name,
        department: DEPARTMENTS[department],
      })),
      reports: rows.map(toOwnItem),
    }
  })
  addRoute(server, getOwnProblemReportRoute, ({ params, request }) => {
    const actor = requireActor(request, 'employer')
    return inEmployerTransaction(platform, (transaction) => loadOwn(transaction, actor, params.reportId))
  })
}

function fileOwnReport(server: Server, platform: Platform): void {
  addRoute(server, fileOwnProblemReportRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'employer')
    const category = requireFound(findReportCategory(body.category, 'employer'), 'report-category')
    if (body.title.trim() === '' || body.words.trim() === '') throw new Refusal('report-words')
    await platform.limits.consume('problem-report', String(actor.employerId))
    return inEmployerTransaction(platform, async (transaction) => {
      const { reportId, title, words } = body
      const made = await insertReport(transaction, {
        reportId,
        title,
        words,
        askerKind: 'employer',
        askerId: actor.employerId,
        filedByKind: 'asker',
        filedById: actor.officerId,
        officeId: actor.officeId,
        category: category.code,
        department: category.department,
        visibility: category.visibility,
        ...(await settleDue(transaction, actor.officeId, { department: category.department, category: category.code })),
      })
      if (made) await recordAudit(transaction, { actor, action: 'report-filed', requestId: request.id, details: { reportId } })
      return loadOwn(transaction, actor, reportId)
    })
  })
}

function reopenOwnReport(server: Server, platform: Platform): void {
  addRoute(server, reopenOwnProblemReportRoute, ({ params: { reportId }, body, request }) => {
    const actor = requireActor(request, 'employer')
    return inEmployerTransaction(platform, async (transaction) => {
      const row = requireFound(await findOwnReport(transaction, actor, reportId), 'not-found')
      const refusal = checkReportMove({ ...row, abusive: false, reopenDays: reopenDaysOf(row) }, { move: 'reopen', words: body.words })
      if (refusal !== null) throw new Refusal(refusal)
      const due = await settleDue(transaction, row.officeId, row)
      if (!(await changeReport(transaction, reportId, body.version, { state: 'open', due }))) throw new Refusal('report-changed')
      const move = {
        reportId,
        kind: 'reopened',
        byKind: 'asker',
        byId: actor.officerId,
        department: row.department,
        shownToAsker: true,
      } as const
      await insertMove(transaction, { ...move, words: body.words.trim() })
      await recordAudit(transaction, { actor, action: 'report-moved', requestId: request.id, details: { reportId, move: 'reopen' } })
      return loadOwn(transaction, actor, reportId)
    })
  })
}

/** An employer's side: every statement runs with the rights of an employer. */
export function ownReports(server: Server, platform: Platform): void {
  for (const register of [readOwnReports, fileOwnReport, reopenOwnReport]) register(server, platform)
}
