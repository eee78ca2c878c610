import { listReportColleaguesRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { listOfficesOfDesk } from '../reference/index.ts'
import { listHelpersOf } from './beside-report-queries.ts'
import { openView } from './open-view.ts'
import { findReport, type ReportRow } from './report-queries.ts'

/** Who may be given a report: whoever works at its office, or at the one of who gives it. */
export async function listHelpers(
  sql: Queryable,
  { officeId }: Pick<ReportRow, 'officeId'>,
  giver: { officeId: number },
): Promise<{ staffId: number; staffName: string }[]> {
  return listHelpersOf(sql, [...(await listOfficesOfDesk(sql, officeId)), giver.officeId])
}

export function listReportColleagues(server: Server, platform: Platform): void {
  addRoute(server, listReportColleaguesRoute, async ({ params: { reportId }, request }) => {
    const actor = requireActor(request, 'staff')
    const row = requireFound(await findReport(platform.sql, reportId, await openView(platform.sql, actor)), 'not-found')
    return { colleagues: await listHelpers(platform.sql, row, actor) }
  })
}
