import { keptInterval } from '@an-sinh/domain'
import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { fileProblemReport } from './file-problem-report.ts'
import { listProblemReports } from './list-problem-reports.ts'
import { moveProblemReport, type ReportHooks } from './move-problem-report.ts'
import { ownReports } from './own-reports.ts'
import { eraseCallers, escalateLate } from './report-job-queries.ts'
import { listReportColleagues } from './report-colleagues.ts'

export type { ReportHooks } from './move-problem-report.ts'
export { openView } from './open-view.ts'
export {
  changeReport,
  findReport,
  insertMove,
  insertReport,
  loadReport,
  type MoveKind,
  type NewMove,
  type ReportRow,
  type ReportView,
  setAsker,
} from './report-queries.ts'
export { settleDue } from './settle-due.ts'
export { categoryName } from './to-report.ts'

/** What stands in people's way, told to the department that answers it, with a term: one kind of thing for every asker. */
export function registerProblemReports(server: Server, platform: Platform, hooks: ReportHooks): void {
  for (const register of [listProblemReports, fileProblemReport, listReportColleagues, ownReports]) register(server, platform)
  moveProblemReport(server, platform, hooks)
}

/** Reports whose time is over without an answer are shown to supervisor and province. */
export async function escalateReports({ sql, log }: Pick<Platform, 'sql' | 'log'>): Promise<void> {
  const told = await escalateLate(sql)
  if (told > 0) log.info({ reports: told }, 'reports escalated')
}

export async function startProblemReportJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('escalate-reports', () => escalateReports(platform))
  await platform.jobs.schedule('escalate-reports', '*/10 * * * *')
  await platform.jobs.work('erase-callers', async () => {
    platform.log.info({ reports: await eraseCallers(platform.sql, keptInterval('ticket-contact')) }, 'callers erased')
  })
  await platform.jobs.schedule('erase-callers', '20 3 * * *')
}
