import { randomUUID } from 'node:crypto'
import { recordAudit } from '../audit/index.ts'
import { type BatchRow, deleteStaged, insertDecision, moveBatch, stageDecided } from '../imports/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { CloseMatchRules, ImportKind } from '../platform/import-kind.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Transaction } from '../platform/transaction.ts'

type Decided = {
  kind: ImportKind
  rules: CloseMatchRules
  batch: BatchRow
  rowNos: readonly number[]
  verdict: 'same' | 'other'
  actor: StaffActor
}

/**
 * Writes decided rows by the kind's own SQL, as a batch that names the one it decides. Answers its id.
 * @throws Refusal `close-match-moved` when the register has moved on so that a row cannot be taken as decided
 */
export async function writeDecided(transaction: Transaction, { kind, rules, batch, rowNos, verdict, actor }: Decided): Promise<string> {
  const group = rules[verdict]
  if (group === undefined) throw new Refusal('import-move')
  const batchId = randomUUID()
  await insertDecision(transaction, { batchId, of: batch.batchId, rows: rowNos.length, group, sentByStaffId: actor.staffId })
  await stageDecided(transaction, { batchId, of: batch.batchId, rowNos, group })
  const decision = { batchId, source: batch.source }
  if ((await rules.countUntakable(transaction, decision)) > 0) throw new Refusal('close-match-moved')
  const appliedCounts = await kind.apply(transaction, decision)
  await deleteStaged(transaction, batchId)
  await moveBatch(transaction, batchId, ['confirmed'], 'applied', { phase: 'done', appliedCounts })
  await recordAudit(transaction, {
    actor,
    action: 'import-applied',
    details: { batchId, decides: batch.batchId, kind: kind.name, written: appliedCounts.written, ended: appliedCounts.ended },
  })
  return batchId
}
