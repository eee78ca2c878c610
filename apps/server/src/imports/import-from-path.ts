import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { FileRefused, findFileOffset, MOST_PIECE_BYTES, openFileKey, writePiece } from '../import-files/index.ts'
import type { Platform } from '../platform/platform.ts'
import { type BatchRow, type FileFormat, moveBatch } from './import-batch-queries.ts'
import { type ImportKinds, processImport } from './process-import.ts'
import { settleUpload, startBatch } from './start-batch.ts'

/** Pieces of a file that are written at the same time. */
const WRITERS = 4

const formatOf = (path: string): FileFormat => {
  const extension = extname(path).toLowerCase()
  if (extension === '.xlsx' || extension === '.xml') return extension === '.xlsx' ? 'xlsx' : 'xml'
  if (extension === '.csv' || extension === '.tsv' || extension === '.txt') return 'csv'
  throw new FileRefused('import-format')
}

const hashFile = async (path: string): Promise<Buffer> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: MOST_PIECE_BYTES })) hash.update(chunk as Buffer)
  return hash.digest()
}

const storeFile = async (platform: Platform, path: string, batch: BatchRow): Promise<void> => {
  if (batch.fileKeyEncrypted === null) throw new Error('the batch has no key')
  const file = { batchId: batch.batchId, key: openFileKey(platform, batch.batchId, batch.fileKeyEncrypted) }
  const handle = await open(path, 'r')
  let next = await findFileOffset(platform, batch.batchId)
  const writeOn = async (): Promise<void> => {
    const piece = Buffer.alloc(MOST_PIECE_BYTES)
    while (next < batch.fileBytes) {
      const offset = next
      next += MOST_PIECE_BYTES
      const size = Math.min(MOST_PIECE_BYTES, batch.fileBytes - offset)
      const { bytesRead } = await handle.read(piece, 0, size, offset)
      if (bytesRead !== size) throw new FileRefused('import-damaged')
      await writePiece(platform, file, offset, piece.subarray(0, size))
    }
  }
  try {
    // Each piece waits for the disk: a few of them wait together. After a crash the first hole is where it goes on.
    const ends = await Promise.allSettled(Array.from({ length: WRITERS }, writeOn))
    for (const end of ends) if (end.status === 'rejected') throw end.reason
  } finally {
    await handle.close()
  }
}

export type PathImport = { kind: string; path: string; source?: string | undefined; confirms: boolean }

/**
 * Imports a file that lies on this machine, as far as it goes without a human (`confirms`: to the end). Cut off at any point, the same call
 * goes on where it was; a file that was applied already answers its batch.
 * @throws FileRefused `import-kind-unknown`, `import-format`; what is wrong inside the file stands in the answered batch
 */
export async function importFromPath(
  platform: Platform,
  kinds: ImportKinds,
  { kind, path, source, confirms }: PathImport,
  onBatch: (batch: BatchRow) => void = () => undefined,
): Promise<BatchRow> {
  if (!kinds.some(({ name }) => name === kind)) throw new FileRefused('import-kind-unknown')
  const fileName = basename(path)
  const batch = await startBatch(platform, {
    kind,
    fileName,
    fileFormat: formatOf(path),
    fileBytes: (await stat(path)).size,
    fileSha256: await hashFile(path),
    source: source ?? fileName,
    sentByStaffId: null,
  })
  onBatch(batch)
  if (confirms && batch.state === 'preview') await moveBatch(platform.sql, batch.batchId, ['preview'], 'confirmed', { baseMoved: false })
  if (batch.state === 'uploading') await storeFile(platform, path, batch)
  const uploaded = batch.state === 'uploading' ? await settleUpload(platform, batch) : batch
  return processImport(platform, kinds, uploaded.batchId, { confirms })
}
