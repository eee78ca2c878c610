import { findHeader, type FoundHeader, HEADER_ROWS, type HeaderMapping, withChosenHeadings } from '@an-sinh/domain'
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
export function readBatch(platform: Platform, declared: ImportKind, batch: BatchRow, reading: Reading): AsyncIterable<readonly ReadRow[]> {
  const kind = { ...declared, columns: withChosenHeadings(declared.columns, batch.chosenHeadings) }
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

/** A file's heading as a person sees it, with what it was taken for, and the first rows below. `headings` empty: the file has no row. */
export type FileHead = {
  readonly headings: readonly string[]
  readonly mapping: HeaderMapping
  readonly rows: readonly (readonly string[])[]
}

/** The first rows of a stored file. @throws FileRefused when it cannot be read at all */
export async function readFileHead(platform: Platform, declared: ImportKind, batch: BatchRow): Promise<FileHead> {
  if (batch.fileKeyEncrypted === null) throw new Error(`the file of batch ${batch.batchId} is erased`)
  const columns = withChosenHeadings(declared.columns, batch.chosenHeadings)
  const pieces = readPieces(platform, { batchId: batch.batchId, key: openFileKey(platform, batch.batchId, batch.fileKeyEncrypted) })
  const found = batch.fileFormat === 'xlsx' ? readXlsx(pieces) : readCsv(pieces, (rows) => findHeader(rows, columns)?.mapping.length ?? 0)
  const head: string[][] = []
  for await (const rows of found) {
    head.push(...rows.map(({ cells }) => cells.map((cell) => cell ?? '')))
    if (head.length >= HEAD) break
  }
  const header = findHeader(head, columns)
  const widest = head.slice(0, HEADER_ROWS).reduce((best, row, at) => (row.length > (head[best]?.length ?? 0) ? at : best), 0)
  const [headingRow, mapping] = header === null ? [widest, []] : [header.headingRow, header.mapping]
  const headings = (head[headingRow] ?? []).map((cell, at) => mapping.find((one) => one.at === at)?.heading ?? cell)
  return { headings, mapping, rows: head.slice(header?.firstDataRow ?? headingRow + 1) }
}
