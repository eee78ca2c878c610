import { eraseCloseMatches } from '../close-matches/index.ts'
import { removeFile } from '../import-files/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { eraseFile, listOutdated } from './import-batch-queries.ts'
import { deleteFaults, deleteStaged } from './import-row-queries.ts'

/** How long a sent file and what was wrong in it are kept; the facts that it brought stay. Uploads that nobody went on with go sooner. */
export const IMPORT_RETENTION = { fileDays: 90, abandonedDays: 7 } as const

/** Erases one batch's file: first its key with all rows and faults, then the bytes, which nobody can read by then. */
export async function eraseBatchFile(platform: Platform, batchId: string): Promise<void> {
  await inTransaction(platform, async (transaction) => {
    await eraseFile(transaction, batchId)
    await deleteFaults(transaction, batchId)
    await eraseCloseMatches(transaction, batchId)
    await deleteStaged(transaction, batchId)
  })
  await removeFile(platform, batchId)
}

/** The nightly job. */
export async function eraseImports(platform: Platform): Promise<void> {
  for (const batchId of await listOutdated(platform.sql, IMPORT_RETENTION)) await eraseBatchFile(platform, batchId)
}
