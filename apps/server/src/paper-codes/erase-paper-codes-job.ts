import { keptFor } from '@an-sinh/domain'
import type { Platform } from '../platform/platform.ts'
import { deleteOldPaperCodes } from './paper-code-queries.ts'

const BATCH = 1000
const months = keptFor('paper-code').amount

/** By night: codes of papers that were printed so long ago lead nowhere any more. Answers how many. */
export async function erasePaperCodes(platform: Pick<Platform, 'sql'>): Promise<number> {
  let count = 0
  for (;;) {
    const erased = await deleteOldPaperCodes(platform.sql, months, BATCH)
    count += erased
    if (erased < BATCH) return count
  }
}
