import type { Transaction } from '../platform/transaction.ts'
import { cancelUnclaimed, countUncancelled } from './message-queries.ts'

/** Takes back messages that still lie in the outbox. `gone`: claimed by a sender or already out; the caller decides what that means. */
export async function cancelMessages(
  transaction: Transaction,
  { idempotencyKeys }: { idempotencyKeys: readonly string[] },
): Promise<{ cancelled: number; gone: number }> {
  const cancelled = await cancelUnclaimed(transaction, idempotencyKeys)
  return { cancelled: cancelled.length, gone: await countUncancelled(transaction, idempotencyKeys) }
}
