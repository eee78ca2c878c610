import { randomInt } from 'node:crypto'
import type { Platform } from '../platform/platform.ts'
import type { Transaction } from '../platform/transaction.ts'
import { rememberLot } from './second-check-queries.ts'

const LOTS = 10_000

/**
 * Draws by lot, in the transaction that receives the paper, whether a second person looks too. From the system's source of randomness and
 * shown to nobody before the first check is done: who checks cannot know which case is looked at twice.
 */
export async function drawSecondCheck(platform: Platform, transaction: Transaction, registrationId: string): Promise<void> {
  const { percent } = platform.settings.secondChecks
  if (percent > 0) await rememberLot(transaction, registrationId, randomInt(LOTS) < (percent / 100) * LOTS)
}
