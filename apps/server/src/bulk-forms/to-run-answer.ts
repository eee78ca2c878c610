import type { BulkRun } from '@an-sinh/contract'
import type { RunRow } from './run-queries.ts'

export const toRunAnswer = (row: RunRow): BulkRun => ({
  ...row,
  madeAt: row.madeAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
})
