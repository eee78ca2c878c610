import type { Platform } from '../platform/platform.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'

const BATCH = 500

/** Tells batch after batch, each in its transaction, until nobody is left: whoever was told is not listed again. Safe to run twice and at once. */
export async function tellAll<Fact>(
  platform: Platform,
  list: (limit: number) => Promise<Fact[]>,
  tell: (transaction: Transaction, fact: Fact) => Promise<unknown>,
): Promise<number> {
  let count = 0
  for (;;) {
    const facts = await list(BATCH)
    await inTransaction(platform, async (transaction) => {
      for (const fact of facts) await tell(transaction, fact)
    })
    count += facts.length
    if (facts.length < BATCH) return count
  }
}
