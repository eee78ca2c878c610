import { sizeBandsOn } from '@an-sinh/domain'
import type { Sql } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { readToday } from '../registrations/index.ts'
import { closeCounting, holdCounting, markAll, rebuildCells, recountEmployers, takeMarks } from './count-queries.ts'

/** Marks of one transaction: a whole register is counted in rounds. */
const BATCH = 20_000

/**
 * Counts every employer that changed since the last round; the figures are as of the end of it. Run twice it counts the same.
 * `whole`: of all employers, and the sums from the ground (by night, and when an employer's day has come to an end).
 */
export async function countRollout(platform: { readonly sql: Sql }, { whole }: { whole: boolean }): Promise<void> {
  if (whole) await markAll(platform.sql)
  for (;;) {
    const taken = await inTransaction(platform, async (transaction) => {
      await holdCounting(transaction)
      const employerIds = await takeMarks(transaction, BATCH)
      if (employerIds.length > 0) await recountEmployers(transaction, employerIds, sizeBandsOn(await readToday(transaction)))
      return employerIds.length
    })
    if (taken === 0) break
  }
  await inTransaction(platform, async (transaction) => {
    await holdCounting(transaction)
    if (whole) await rebuildCells(transaction)
    await closeCounting(transaction)
  })
}
