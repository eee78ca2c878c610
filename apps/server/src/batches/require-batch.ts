import type { Batch } from '@an-sinh/contract'
import { BATCH_ODDS } from '@an-sinh/domain'
import { isOneDesk } from '../decisions/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { findOffice } from '../reference/index.ts'
import { type BatchRow, findBatchRow, listFormRows, listOddRows } from './batch-queries.ts'

/** @throws Refusal `batch-unknown`, `case-elsewhere` */
export async function requireOwnBatch(sql: Queryable, actor: StaffActor, found: BatchRow | null): Promise<BatchRow> {
  const row = requireFound(found, 'batch-unknown')
  if (!(await isOneDesk(sql, row.officeId, actor.officeId))) throw new Refusal('case-elsewhere')
  return row
}

export const requireBatch = async (sql: Queryable, actor: StaffActor, batchId: string): Promise<BatchRow> =>
  requireOwnBatch(sql, actor, await findBatchRow(sql, batchId))

export const toSummary = ({ batchId, batchNumber, employerName, expected, received, odd, madeAt, handedOverAt }: BatchRow) => ({
  batchId,
  batchNumber,
  employerName,
  expected,
  received,
  odd,
  madeAt: madeAt.toISOString(),
  handedOverAt: handedOverAt?.toISOString() ?? null,
})

/** Tails of codes and names of clerks; no person stands on it, so looking at it is no read of anybody. */
export async function showBatch(sql: Queryable, row: BatchRow): Promise<Batch> {
  const [office, forms, odds] = [
    await findOffice(sql, row.officeId),
    await listFormRows(sql, row.batchId),
    await listOddRows(sql, row.batchId),
  ]
  return {
    ...toSummary(row),
    officeName: office?.name ?? '',
    forms: forms.map(({ position, codeTail, receivedAt, clerkName }) => ({
      position,
      codeTail,
      receivedAt: receivedAt?.toISOString() ?? null,
      clerkName,
    })),
    odds: odds.map(({ scanId, reason, codeTail, scannedAt, clerkName }) => ({
      scanId,
      reason,
      sentence: BATCH_ODDS[reason],
      codeTail,
      at: scannedAt.toISOString(),
      clerkName,
    })),
  }
}
