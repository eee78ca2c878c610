import type { Readable } from 'node:stream'
import { findHeader, HEADER_ROWS, IMPORT_FAULTS, type ImportFaultCode, withChosenHeadings } from '@an-sinh/domain'
import {
  type FileRow,
  type FileRows,
  openFileKey,
  readCsv,
  readPieces,
  readXlsx,
  type RowRemark,
  writeErrorCsv,
  writeErrorXlsx,
} from '../import-files/index.ts'
import type { ImportKind } from '../platform/import-kind.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { BatchRow } from './import-batch-queries.ts'
import { type FaultRow, listFaults } from './import-row-queries.ts'

const REMARK_TITLE = 'Lỗi / cách sửa'
const PAGE = 2000

const isFault = (code: string): code is keyof typeof IMPORT_FAULTS => Object.hasOwn(IMPORT_FAULTS, code)

const sentenceOf = (code: ImportFaultCode): string => `${IMPORT_FAULTS[code].says.vi} ${IMPORT_FAULTS[code].fix.vi}`

const remarkOf = (kind: ImportKind, { rowNo, column, code }: FaultRow): RowRemark => {
  const title = kind.columns.find(({ name }) => name === column)?.headers[0]
  const text = isFault(code) ? sentenceOf(code) : code
  return { rowNo, text: title === undefined ? text : `${title}: ${text}` }
}

async function* listRemarks(
  platform: Platform,
  kind: ImportKind,
  batchId: string,
  without: readonly ImportFaultCode[],
): AsyncGenerator<RowRemark> {
  let after = 0
  for (;;) {
    const faults = await listFaults(platform.sql, batchId, after, PAGE, without)
    // A page may end inside a row: its faults come again with the next page, whole.
    const lastRow = faults.length < PAGE ? Number.MAX_SAFE_INTEGER : (faults.at(-1)?.rowNo ?? 0)
    for (const fault of faults) if (fault.rowNo < lastRow) yield remarkOf(kind, fault)
    if (faults.length < PAGE) return
    after = lastRow - 1
  }
}

/** Holds the first rows back until the heading is known, and remembers where it is. */
const followHeading = (kind: ImportKind, rows: FileRows) => {
  let headingRowNo = 0
  let width = 0
  const held = async function* (): AsyncGenerator<readonly FileRow[]> {
    let head: FileRow[] | null = []
    const settle = (first: FileRow[]): FileRow[] => {
      const found = findHeader(
        first.map(({ cells }) => cells.map((cell) => cell ?? '')),
        kind.columns,
      )
      const heading = found === null ? undefined : first[found.headingRow]
      headingRowNo = heading?.rowNo ?? 0
      width = heading?.cells.length ?? 0
      return first
    }
    for await (const batch of rows) {
      if (head === null) {
        yield batch
        continue
      }
      head.push(...batch)
      if (head.length <= HEADER_ROWS + 3) continue
      yield settle(head)
      head = null
    }
    if (head !== null) yield settle(head)
  }
  return {
    rows: held(),
    heading: ({ rowNo }: FileRow): string | null => (rowNo === headingRowNo ? REMARK_TITLE : null),
    isData: ({ rowNo }: FileRow): boolean => headingRowNo > 0 && rowNo > headingRowNo,
    width: (): number => width,
  }
}

/** `without`: codes that the reader does not hear. `only`: rows of which nothing is said are left out. `unsaid`: said of these rows. */
export type ErrorFileOptions = {
  readonly without?: readonly ImportFaultCode[]
  readonly only?: boolean
  readonly unsaid?: ImportFaultCode
}

/**
 * The sent file with one column more: what is wrong in the row and what to do. Same format; cells that a spreadsheet would run are made text.
 * @throws Refusal `import-file-erased` when the file is no longer kept, `import-format` for XML
 */
export function makeErrorFile(
  platform: Platform,
  declared: ImportKind,
  batch: BatchRow,
  { without = [], only = false, unsaid }: ErrorFileOptions = {},
): Readable {
  if (batch.fileKeyEncrypted === null) throw new Refusal('import-file-erased')
  if (batch.fileFormat === 'xml') throw new Refusal('import-format')
  const pieces = readPieces(platform, { batchId: batch.batchId, key: openFileKey(platform, batch.batchId, batch.fileKeyEncrypted) })
  const kind = { ...declared, columns: withChosenHeadings(declared.columns, batch.chosenHeadings) }
  const remarks = listRemarks(platform, kind, batch.batchId, without)
  const said = unsaid === undefined ? '' : sentenceOf(unsaid)
  const write = (rows: FileRows) => {
    const followed = followHeading(kind, rows)
    return { ...followed, remarks, unsaid: (row: FileRow) => (followed.isData(row) ? (only ? null : said) : '') }
  }
  if (batch.fileFormat === 'xlsx') return writeErrorXlsx(write(readXlsx(pieces)))
  let delimiter = ','
  const rows = readCsv(
    pieces,
    (head) => findHeader(head, kind.columns)?.mapping.length ?? 0,
    (found) => (delimiter = found),
  )
  return writeErrorCsv(write(rows), () => delimiter)
}
