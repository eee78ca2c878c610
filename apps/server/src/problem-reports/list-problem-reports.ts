import { getProblemReportRoute, listProblemReportsRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { openView } from './open-view.ts'
import { countByDepartment, countReports, findReport, listReports } from './report-queries.ts'
import { showReport } from './show-report.ts'
import { toItem } from './to-report.ts'

const PAGE = 50

export function listProblemReports(server: Server, platform: Platform): void {
  addRoute(server, listProblemReportsRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const view = await openView(platform.sql, actor)
    const filter = { ...body, staffId: actor.staffId }
    const [counts, found, rows] = await Promise.all([
      countByDepartment(platform.sql, view),
      countReports(platform.sql, view, filter),
      listReports(platform.sql, view, filter, { limit: PAGE, offset: (body.page - 1) * PAGE }),
    ])
    return { counts, found, pageSize: PAGE, items: rows.map((row) => toItem(row, actor)) }
  })
  addRoute(server, getProblemReportRoute, ({ params: { reportId }, request }) =>
    inTransaction(platform, async (transaction) => {
      const actor = requireActor(request, 'staff')
      const row = requireFound(await findReport(transaction, reportId, await openView(transaction, actor)), 'not-found')
      // Whose ticket it is stands on it from here on: the person sees who opened it.
      if (row.askerKind === 'citizen')
        await recordAudit(transaction, {
          actor,
          action: 'report-read',
          personId: row.askerId,
          requestId: request.id,
          details: { reportId },
        })
      return showReport(platform, transaction, row, actor)
    }),
  )
}
