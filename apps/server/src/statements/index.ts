import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { eraseStatements } from './erase-statements-job.ts'
import { getStatementFile } from './get-statement-file.ts'
import { issueStatement } from './issue-statement.ts'
import { listStatements } from './list-statements.ts'
import { previewStatement } from './preview-statement.ts'
import { withdrawStatement } from './withdraw-statement.ts'

export { type CheckedStatement, openStatementChecks } from './check-statement.ts'
export { drawPaper, keepPaper, listPaperCodes, type Paper } from './other-papers.ts'

/** Yearly notice, participation book and confirmation letters. Whoever holds one checks it through `public-checks`. */
export function registerStatements(server: Server, platform: Platform): void {
  for (const register of [listStatements, previewStatement, issueStatement, getStatementFile, withdrawStatement]) register(server, platform)
}

export async function startStatementJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('erase-statements', async () =>
    platform.log.info({ erased: await eraseStatements(platform) }, 'statements erased'),
  )
  await platform.jobs.schedule('erase-statements', '10 3 * * *')
}
