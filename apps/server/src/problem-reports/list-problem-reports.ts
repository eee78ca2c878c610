import { getProblemReportRoute, listProblemReportsRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { listOfficesInView } from '../staff/index.ts'
import { countByDepartment, countReports, findReport, listMoves, listReports } from './report-queries.ts'
import { toItem, toReport } from './to-report.ts'

const PAGE = 50

export function listProblemReports(server: Server, platform: Platform): void {
  addRoute(server, listProblemReportsRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const officeIds = await listOfficesInView(platform.sql, actor)
    const filter = { ...body, staffId: actor.staffId }
    const [counts, found, rows] = await Promise.all([
      countByDepartment(platform.sql, officeIds),
      countReports(platform.sql, officeIds, filter),
      listReports(platform.sql, officeIds, filter, { limit: PAGE, offset: (body.page - 1) * PAGE }),
    ])
    return { counts, found, pageSize: PAGE, items: rows.map((row) => toItem(row, actor)) }
  })
  addRoute(server, getProblemReportRoute, async ({ params, request }) => {
    const actor = requireActor(request, 'staff')
    const row = requireFound(await findReport(platform.sql, params.reportId, await listOfficesInView(platform.sql, actor)), 'not-found')
    return toReport(row, await listMoves(platform.sql, params.reportId), actor)
  })
}
