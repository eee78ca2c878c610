import { recordAudit } from '../audit/index.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { eraseExport, failForgottenExports, listOverdueExports } from './export-queries.ts'
import { keepOfExports } from './to-export-answer.ts'

const AT_ONCE = 500

/** The files of copies whose time is over. Safe to run twice. */
export async function eraseDataExports(platform: Platform): Promise<{ erased: number; forgotten: number }> {
  const due = await listOverdueExports(platform.sql, keepOfExports(), AT_ONCE)
  for (const named of due)
    await inTransaction(platform, async (transaction) => {
      await eraseExport(transaction, named)
      const { personId, exportId } = named
      const actor = { kind: 'system', job: 'erase-data-exports' } as const
      await recordAudit(transaction, { actor, action: 'data-export-erased', personId, details: { exportId } })
    })
  return { erased: due.length, forgotten: await failForgottenExports(platform.sql) }
}
