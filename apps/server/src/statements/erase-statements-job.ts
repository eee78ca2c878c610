import { keptFor } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { eraseOldStatements } from './statement-queries.ts'

const BATCH = 1000
const months = keptFor('statement').amount

/** By night: what papers said so long ago goes, their codes keep leading to the sentence that it is gone. Answers how many. */
export async function eraseStatements(platform: Pick<Platform, 'sql'>): Promise<number> {
  let count = 0
  for (;;) {
    const erased = await eraseOldStatements(platform.sql, months, BATCH)
    count += erased
    if (erased < BATCH) return count
  }
}
