import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { eraseImports } from './erase-imports.ts'
import { listUnfinished } from './import-batch-queries.ts'
import { type ImportKinds, processImport } from './process-import.ts'

/**
 * Jobs of imports. What a killed worker left under way is taken up again at once; two workers at one batch wait for each other.
 */
export async function startImportJobs(platform: Platform, kinds: ImportKinds): Promise<void> {
  await platform.jobs.work('process-import', async ({ batchId }) => {
    await processImport(platform, kinds, String(batchId))
  })
  await platform.jobs.work('erase-imports', () => eraseImports(platform))
  await platform.jobs.schedule('erase-imports', '40 2 * * *')
  await inTransaction(platform, async (transaction) => {
    for (const batchId of await listUnfinished(transaction)) await platform.jobs.send(transaction, 'process-import', { batchId })
  })
}
