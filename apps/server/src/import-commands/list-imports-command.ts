import { listBatches } from '../imports/index.ts'
import type { Platform } from '../platform/platform.ts'

/** `imports`: the latest batches, one a line. */
export async function listImportsCommand(platform: Platform, tell: (line: string) => void): Promise<number> {
  for (const batch of await listBatches(platform.sql, 50))
    tell(
      [batch.batchId, batch.createdAt.toISOString(), batch.kind, batch.state, batch.fileName, JSON.stringify(batch.groupCounts)].join('  '),
    )
  return 0
}
