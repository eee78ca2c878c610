import { findHeader, type FoundHeader, HEADER_ROWS, type HeaderMapping } from '@an-sinh/domain'
import {
  FileRefused,
  type FileRow,
  type FileRows,
  makeRowChecker,
  openFileKey,
  readCsv,
  readPieces,
  readXlsx,
} from '../import-files/index.ts'
import type { ImportKind, ReadRow } from '../platform/import-kind.ts'
import type { Platform } from '../platform/platform.ts'
import type { BatchRow } from './import-batch-queries.ts'

/** What reading tells whoever looks on. */
export type Reading = { bytes: number; mapping: HeaderMapping }

async function* counted(pieces: AsyncIterable<Buffer>, reading: Reading): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    yield piece
    reading.bytes += piece.length
  }
}

const columnTitles = (kind: ImportKind, names: readonly string[]): string =>
  kind.columns
    .filter(({ name }) => names.includes(name))
    .map(({ headers }) => headers[0])
    .join(', ')

const requireHeader = (kind: ImportKind, head: readonly FileRow[]): FoundHeader => {
  if (head.length === 0) throw new FileRefused('import-empty')
  const found = findHeader(
    head.map(({ cells }) => cells.map((cell) => cell ?? '')),
    kind.columns,
  )
  const missing = found?.missing ?? kind.columns.filter(({ required }) => required === 'file').map(({ name }) => name)
  if (found === null || missing.length > 0) throw new FileRefused('import-header', { columns: columnTitles(kind, missing) })
  return found
}

/** A few rows more than a heading may lie deep: two for a merged one, one for the numbering. */
const HEAD = HEADER_ROWS + 3

async function* checkRows(kind: ImportKind, rows: FileRows, ragged: boolean, reading: Reading): AsyncGenerator<readonly ReadRow[]> {
  let head: FileRow[] = []
  let check: ((row: FileRow) => ReadRow) | null = null
  const start = (): readonly ReadRow[] => {
    const { mapping, firstDataRow } = requireHeader(kind, head)
    reading.mapping = mapping
    check = makeRowChecker(kind, mapping, ragged)
    return head.slice(firstDataRow).map(check)
  }
  for await (const batch of rows) {
    if (check !== null) {
      yield batch.map(check)
      continue
    }
    head = [...head, ...batch]
    if (head.length >= HEAD) yield start()
  }
  if (check === null) yield start()
}

async function* inBatches(rows: AsyncIterable<ReadRow>): AsyncGenerator<readonly ReadRow[]> {
  let batch: ReadRow[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < 1000) continue
    yield batch
    batch = []
  }
  yield batch
}

/** The rows of a batch's stored file, checked. @throws FileRefused when the file as a whole cannot be taken */
export function readBatch(platform: Platform, kind: ImportKind, batch: BatchRow, reading: Reading): AsyncIterable<readonly ReadRow[]> {
  if (batch.fileKeyEncrypted === null) throw new Error(`the file of batch ${batch.batchId} is erased`)
  const key = openFileKey(platform, batch.batchId, batch.fileKeyEncrypted)
  const pieces = counted(readPieces(platform, { batchId: batch.batchId, key }), reading)
  if (!kind.formats.includes(batch.fileFormat)) throw new FileRefused('import-format')
  if (batch.fileFormat === 'xml' && kind.readXml !== undefined) return inBatches(kind.readXml(pieces))
  if (batch.fileFormat === 'csv')
    return checkRows(
      kind,
      readCsv(pieces, (rows) => findHeader(rows, kind.columns)?.mapping.length ?? 0),
      false,
      reading,
    )
  if (batch.fileFormat === 'xlsx') return checkRows(kind, readXlsx(pieces), true, reading)
  throw new FileRefused('import-format')
}
