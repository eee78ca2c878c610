import { setTimeout as pause } from 'node:timers/promises'
import { isDatabaseAway } from '../platform/database-away.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { eraseImports } from './erase-imports.ts'
import { listUnfinished } from './import-batch-queries.ts'
import { type ImportKinds, processImport } from './process-import.ts'

const AGAIN = { times: 20, afterMs: 1500 } as const
const isAway = (error: unknown): boolean => error instanceof Error && 'code' in error && isDatabaseAway(String(error.code))

/**
 * A crash of the database under a batch: taken up again here. The queue would come back after 30 seconds, or after a quarter of an hour when the
 * worker could not even say that the job had failed.
 */
const processPatiently = async (platform: Platform, kinds: ImportKinds, batchId: string): Promise<void> => {
  for (let round = 1; ; round += 1) {
    try {
      await processImport(platform, kinds, batchId)
      return
    } catch (error) {
      if (!isAway(error) || round === AGAIN.times) throw error
      platform.log.warn({ batchId, round }, 'import waits for the database')
      await pause(AGAIN.afterMs)
    }
  }
}

/**
 * Jobs of imports. What a killed worker left under way is taken up again at once; two workers at one batch wait for each other.
 */
export async function startImportJobs(platform: Platform, kinds: ImportKinds): Promise<void> {
  await platform.jobs.work('process-import', async ({ batchId }) => {
    await processPatiently(platform, kinds, String(batchId))
  })
  await platform.jobs.work('erase-imports', () => eraseImports(platform))
  await platform.jobs.schedule('erase-imports', '40 2 * * *')
  await inTransaction(platform, async (transaction) => {
    for (const batchId of await listUnfinished(transaction)) await platform.jobs.send(transaction, 'process-import', { batchId })
  })
}
