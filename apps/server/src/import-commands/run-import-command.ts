import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { FileRefused } from '../import-files/index.ts'
import {
  type BatchRow,
  findBatch,
  importFromPath,
  type ImportKinds,
  listExamples,
  listFaults,
  makeErrorFile,
  type PathImport,
} from '../imports/index.ts'
import { IMPORT_GROUPS } from '../platform/import-kind.ts'
import type { Platform } from '../platform/platform.ts'
import { describeExample, describeFault, describeGroups, describeProgress, describeRefusal } from './describe-batch.ts'

/** What a script sees: written · refused or wrong · written without some rows · waits for a yes. */
export const IMPORT_EXIT = { applied: 0, refused: 1, partly: 2, waits: 3 } as const
type Tell = (line: string) => void

const CLI_EXAMPLES = 5
const CLI_FAULTS = 20

const tellPreview = async (platform: Platform, kinds: ImportKinds, batch: BatchRow, tell: Tell): Promise<void> => {
  const kind = kinds.find(({ name }) => name === batch.kind)
  if (kind === undefined) return
  tell(describeGroups(batch.groupCounts))
  for (const group of IMPORT_GROUPS) {
    const examples = group === 'rejected' ? [] : await listExamples(platform.sql, batch.batchId, group, CLI_EXAMPLES)
    if (examples.length > 0) tell(`${group}:`)
    for (const example of examples) tell(describeExample(kind, example))
  }
  const faults = await listFaults(platform.sql, batch.batchId, 0, CLI_FAULTS)
  for (const fault of faults) tell(describeFault(kind, fault))
}

/** The sent file with its column of faults, beside whatever else lies there: never over a file that exists. */
const storeErrors = async (platform: Platform, kinds: ImportKinds, batch: BatchRow, path: string): Promise<void> => {
  const kind = kinds.find(({ name }) => name === batch.kind)
  if (kind !== undefined && batch.refusedCode === null)
    await pipeline(makeErrorFile(platform, kind, batch), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
}

const tellEnd = async (platform: Platform, kinds: ImportKinds, batch: BatchRow, tell: Tell): Promise<number> => {
  if (batch.refusedCode !== null) {
    tell(describeRefusal(batch.refusedCode, batch.refusedDetails))
    return IMPORT_EXIT.refused
  }
  await tellPreview(platform, kinds, batch, tell)
  if (batch.state === 'preview') {
    tell(`Lô ${batch.batchId} đang chờ xác nhận: chạy lại lệnh này với --yes. / The batch waits: run the same command with --yes.`)
    return IMPORT_EXIT.waits
  }
  tell(`Lô ${batch.batchId}: ${batch.state} ${JSON.stringify(batch.appliedCounts)}`)
  return batch.state === 'applied' ? IMPORT_EXIT.applied : IMPORT_EXIT.partly
}

/** `import KIND FILE [--source TEXT] [--yes]`: progress each second, preview in groups, first faults. Answers the exit code. */
export async function runImportCommand(
  platform: Platform,
  kinds: ImportKinds,
  { errors, ...order }: PathImport & { errors?: string | undefined },
  tell: Tell,
): Promise<number> {
  let timer: NodeJS.Timeout | undefined
  const follow = (batch: BatchRow): void => {
    tell(`Lô / batch ${batch.batchId}: ${batch.state}`)
    timer = setInterval(() => {
      findBatch(platform.sql, batch.batchId).then(
        (now) => now !== null && tell(describeProgress(now)),
        () => undefined,
      )
    }, 1000)
  }
  try {
    const batch = await importFromPath(platform, kinds, order, follow)
    if (errors !== undefined) await storeErrors(platform, kinds, batch, errors)
    return await tellEnd(platform, kinds, batch, tell)
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    tell(describeRefusal(error.code, error.details))
    return IMPORT_EXIT.refused
  } finally {
    clearInterval(timer)
  }
}
