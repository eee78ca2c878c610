import { PassThrough, Readable } from 'node:stream'
import type { FileRow, FileRows } from './file-row.ts'

/** What is added to a row, in the order of the file. */
export type RowRemark = { readonly rowNo: number; readonly text: string }

/** A spreadsheet would run a cell that begins so; a number with its sign is only a number. */
const RUNS = /^[=+\-@\t\r]/u
const NUMBER = /^[+-]?[\d\s.,]+$/u
export const neutralise = (cell: string): string => (RUNS.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell)

/** Loaded where a sheet is written: nobody else pays its 25 MB. */
const loadExcel = async () => (await import('exceljs')).default

/** What stands beside a row of which nothing is said; null: the row is left out. */
export type Unsaid = (row: FileRow) => string | null

/** The rows of the file, each with one cell more: its remark, the heading's title, or nothing. */
async function* remarked(
  rows: FileRows,
  remarks: AsyncIterator<RowRemark>,
  heading: (row: FileRow) => string | null,
  unsaid: Unsaid,
): AsyncGenerator<{ cells: string[]; remark: string }> {
  let next = await remarks.next()
  for await (const batch of rows) {
    for (const row of batch) {
      const texts: string[] = []
      while (next.done !== true && next.value.rowNo <= row.rowNo) {
        if (next.value.rowNo === row.rowNo) texts.push(next.value.text)
        next = await remarks.next()
      }
      const remark = heading(row) ?? (texts.length > 0 ? texts.join(' ') : unsaid(row))
      if (remark !== null) yield { cells: row.cells.map((cell) => neutralise(cell ?? '')), remark }
    }
  }
}

/** A cell as CSV writes it. */
export const csvCell = (cell: string, delimiter: string): string =>
  cell.includes('"') || cell.includes(delimiter) || /[\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

export type ErrorFile = {
  rows: FileRows
  remarks: AsyncIterator<RowRemark>
  /** The title of the new column when the row is the heading. */
  heading: (row: FileRow) => string | null
  /** How many cells stand before the new one, known once the heading was read. */
  width: () => number
  unsaid: Unsaid
}

const padded = (cells: string[], width: number): string[] => [
  ...cells,
  ...Array.from({ length: Math.max(0, width - cells.length) }, () => ''),
]

/** The sent CSV and one column more; with a byte-order mark, so that every spreadsheet reads the accents. */
export function writeErrorCsv({ rows, remarks, heading, width, unsaid }: ErrorFile, delimiter: () => string): Readable {
  const lines = async function* (): AsyncGenerator<string> {
    yield '\uFEFF'
    for await (const { cells, remark } of remarked(rows, remarks, heading, unsaid)) {
      const mark = delimiter()
      yield `${[...padded(cells, width()), remark].map((cell) => csvCell(cell, mark)).join(mark)}\r\n`
    }
  }
  return Readable.from(lines())
}

/** The sent sheet as a sheet of texts and one column more, written row by row. */
export function writeErrorXlsx({ rows, remarks, heading, width, unsaid }: ErrorFile): Readable {
  const out = new PassThrough()
  const write = async (): Promise<void> => {
    const { stream } = await loadExcel()
    const workbook = new stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false })
    const sheet = workbook.addWorksheet('Lỗi')
    for await (const { cells, remark } of remarked(rows, remarks, heading, unsaid)) {
      sheet.addRow([...padded(cells, width()), remark]).commit()
      if (out.writableNeedDrain) await new Promise((resolve) => out.once('drain', resolve))
    }
    sheet.commit()
    await workbook.commit()
  }
  write().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}

/** An empty sheet with these headings, to be filled in; with notes also a sheet that explains each of them. */
export async function writeTemplateXlsx(headings: readonly string[], notes: readonly (readonly string[])[] = []): Promise<Buffer> {
  const { Workbook } = await loadExcel()
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet('Mẫu')
  sheet.addRow([...headings])
  // Texts keep their leading zeros.
  for (let at = 1; at <= headings.length; at += 1) sheet.getColumn(at).numFmt = '@'
  if (notes.length > 0) {
    const explained = workbook.addWorksheet('Hướng dẫn')
    explained.addRows(notes.map((cells) => [...cells]))
    for (const [at, width] of [30, 60, 60].entries()) explained.getColumn(at + 1).width = width
    for (let at = 1; at <= headings.length; at += 1) sheet.getColumn(at).width = 22
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
