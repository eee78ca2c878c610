import { type BatchRow, findBatch, type ImportKinds } from '../imports/index.ts'
import type { CloseMatchRules, ImportKind } from '../platform/import-kind.ts'
import { requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'

const WRITTEN: ReadonlySet<BatchRow['state']> = new Set(['applied', 'partly'])

/** The batch, and how its kind takes decided rows; `rules` null while nothing of it can be decided. @throws Refusal `not-found` */
export async function findDecidable(
  sql: Queryable,
  kinds: ImportKinds,
  importId: string,
): Promise<{ batch: BatchRow; kind: ImportKind; rules: CloseMatchRules | null }> {
  const batch = requireFound(await findBatch(sql, importId), 'not-found')
  const kind = requireFound(
    kinds.find(({ name }) => name === batch.kind),
    'not-found',
  )
  const rules =
    WRITTEN.has(batch.state) && batch.compensatesBatchId === null && batch.compensatedByBatchId === null ? kind.closeMatches : null
  return { batch, kind, rules: rules ?? null }
}
