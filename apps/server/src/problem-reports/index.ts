import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { fileProblemReport } from './file-problem-report.ts'
import { listProblemReports } from './list-problem-reports.ts'
import { moveProblemReport } from './move-problem-report.ts'
import { ownReports } from './own-reports.ts'
import { escalateLate } from './report-queries.ts'

/** What is in the way of the roll-out, told to the department that answers it, with a term. */
export function registerProblemReports(server: Server, platform: Platform): void {
  for (const register of [listProblemReports, fileProblemReport, moveProblemReport, ownReports]) register(server, platform)
}

/** Reports whose time is over without an answer are shown to supervisor and province. */
export async function escalateReports({ sql, log }: Pick<Platform, 'sql' | 'log'>): Promise<void> {
  const told = await escalateLate(sql)
  if (told > 0) log.info({ reports: told }, 'reports escalated')
}

export async function startProblemReportJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('escalate-reports', () => escalateReports(platform))
  await platform.jobs.schedule('escalate-reports', '*/10 * * * *')
}
