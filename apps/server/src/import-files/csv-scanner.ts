import { FileRefused } from './file-refused.ts'
import type { FileRow } from './file-row.ts'

/** A quoted cell longer than this was never closed: the rest of the file would go into it. */
const LONGEST_CELL = 32_768
const LONGEST_ROW = 1_048_576

/**
 * Reads CSV (RFC 4180; LF, CRLF or CR; quotes inside an unquoted cell are letters) out of chunks of text. Keeps one unfinished row at most.
 * Why not a package: docs/decisions/0012.
 */
export class CsvScanner {
  readonly #delimiter: string
  #rest = ''
  #rowNo = 0

  constructor(delimiter: string) {
    this.#delimiter = delimiter
  }

  /** The rows that `text` completes. Empty rows are counted and left out. @throws FileRefused `import-quote-open` */
  push(text: string): FileRow[] {
    this.#rest += text
    return this.#take(false)
  }

  /** What is left when the file ends. */
  end(): FileRow[] {
    return this.#take(true)
  }

  #take(ended: boolean): FileRow[] {
    const text = this.#rest
    const rows: FileRow[] = []
    let at = 0
    // Looked for once and again only when passed: most files hold few quotes or none.
    let quote = -1
    let carriage = -1
    while (at < text.length) {
      if (quote < at) quote = text.indexOf('"', at)
      if (quote === -1) quote = text.length
      if (carriage < at) carriage = text.indexOf('\r', at)
      if (carriage === -1) carriage = text.length
      const end = text.indexOf('\n', at)
      // A carriage return without a line feed ends a row too (files of old Macs).
      const row = end === -1 || quote < end || carriage < end - 1 ? this.#readRow(text, at, ended) : this.#splitPlain(text, at, end)
      if (row === null) break
      at = row.next
      this.#rowNo += 1
      if (row.cells.length > 1 || row.cells[0] !== '') rows.push({ rowNo: this.#rowNo, cells: row.cells })
    }
    this.#rest = text.slice(at)
    if (this.#rest.length > LONGEST_ROW) throw new FileRefused('import-quote-open', { row: this.#rowNo + 1 })
    return rows
  }

  #splitPlain(text: string, from: number, end: number): { cells: string[]; next: number } {
    const stop = end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end
    return { cells: text.slice(from, stop).split(this.#delimiter), next: end + 1 }
  }

  #readRow(text: string, from: number, ended: boolean): { cells: string[]; next: number } | null {
    const cells: string[] = []
    let at = from
    for (;;) {
      const cell = text.charCodeAt(at) === 34 ? this.#readQuoted(text, at, ended) : this.#readBare(text, at, ended)
      if (cell === null) return null
      cells.push(cell.value)
      if (text[cell.next] === this.#delimiter) {
        at = cell.next + 1
        continue
      }
      if (cell.next >= text.length) return ended ? { cells, next: text.length } : null
      // A line end of two signs may be cut in the middle.
      if (text.charCodeAt(cell.next) === 13 && cell.next + 1 >= text.length && !ended) return null
      return { cells, next: cell.next + (text.charCodeAt(cell.next) === 13 && text.charCodeAt(cell.next + 1) === 10 ? 2 : 1) }
    }
  }

  #readBare(text: string, from: number, ended: boolean): { value: string; next: number } | null {
    let at = from
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code === 10 || code === 13 || text[at] === this.#delimiter) return { value: text.slice(from, at), next: at }
    }
    return ended ? { value: text.slice(from), next: at } : null
  }

  #readQuoted(text: string, from: number, ended: boolean): { value: string; next: number } | null {
    let at = from + 1
    for (;;) {
      const quote = text.indexOf('"', at)
      if (quote === -1 || quote - from > LONGEST_CELL) {
        if (ended || text.length - from > LONGEST_CELL) throw new FileRefused('import-quote-open', { row: this.#rowNo + 1 })
        return null
      }
      if (text.charCodeAt(quote + 1) === 34) {
        at = quote + 2
        continue
      }
      // The second half of a doubled quote may come with the next chunk.
      if (quote + 1 >= text.length && !ended) return null
      const value = text.slice(from + 1, quote).replaceAll('""', '"')
      const tail = this.#readBare(text, quote + 1, ended)
      return tail === null ? null : { value: value + tail.value, next: tail.next }
    }
  }
}
