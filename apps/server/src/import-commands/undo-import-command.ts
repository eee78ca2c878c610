import { findBatch, type ImportKinds, processImport, startUndo } from '../imports/index.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { describeRefusal } from './describe-batch.ts'

/** `undo-import BATCH`: orders the compensation and carries it out. */
export async function undoImportCommand(
  platform: Platform,
  kinds: ImportKinds,
  batchId: string,
  tell: (line: string) => void,
): Promise<number> {
  const batch = await findBatch(platform.sql, batchId)
  const kind = kinds.find(({ name }) => name === batch?.kind)
  try {
    if (kind === undefined) throw new Refusal('not-found')
    const compensationId = await startUndo(platform, kind, batchId, { kind: 'system', job: 'undo-import' })
    const done = await processImport(platform, kinds, compensationId)
    tell(
      done.refusedCode === null
        ? `Đã huỷ / undone: ${JSON.stringify(done.appliedCounts)}`
        : describeRefusal(done.refusedCode, done.refusedDetails),
    )
    return done.state === 'applied' ? 0 : 1
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    tell(describeRefusal(error.code, {}))
    return 1
  }
}
