import { PassThrough, Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'

export type CellValue = string | number

/** What a table program would run instead of showing it; an apostrophe makes it text. */
const RUNS = /^[=+\-@\t\r]/u
const neutral = (cell: CellValue): CellValue => (typeof cell === 'string' && RUNS.test(cell) ? `'${cell}` : cell)

async function* toCsv(lines: AsyncIterable<CellValue[]>): AsyncGenerator<string> {
  yield '\uFEFF'
  for await (const line of lines) yield stringify([line.map(neutral)])
}

/** UTF-8 with a mark, so that Excel reads the accents. */
export const streamCsv = (lines: AsyncIterable<CellValue[]>): Readable => Readable.from(toCsv(lines))

/** One sheet, its first line standing still; rows leave as they come. */
export function streamXlsx(lines: AsyncIterable<CellValue[]>): Readable {
  const out = new PassThrough()
  const write = async (): Promise<void> => {
    const ExcelJS = (await import('exceljs')).default
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: false, useSharedStrings: false })
    const sheet = book.addWorksheet('Triển khai', { views: [{ state: 'frozen', ySplit: 1 }] })
    for await (const line of lines) sheet.addRow(line.map(neutral)).commit()
    sheet.commit()
    await book.commit()
  }
  write().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error('the sheet was not written')))
  return out
}
