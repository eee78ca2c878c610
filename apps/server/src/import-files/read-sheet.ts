import type { Entry, ZipFile } from 'yauzl'
import { openCheckedZip, readEntry } from './check-zip.ts'
import { FileRefused } from './file-refused.ts'
import type { FileRow } from './file-row.ts'
import { readXmlParts, type XmlHandlers } from './read-xml-parts.ts'

export const MOST_SHEET_ROWS = 200_000
const MOST_COLUMNS = 500

type Package = { zip: ZipFile; entries: ReadonlyMap<string, Entry> }

async function* readPart({ zip, entries }: Package, name: string, handlers: XmlHandlers): AsyncGenerator<void> {
  const entry = entries.get(name)
  if (entry === undefined) throw new FileRefused('import-damaged')
  yield* readXmlParts(readEntry(zip, entry), handlers)
}

const readWhole = async (parts: AsyncIterable<void>): Promise<void> => {
  for await (const _part of parts) continue
}

/** Sheets that hold the data wherever they stand in their workbook: the portal's FileMau-D02LT_v2 (formats §8). */
const DATA_SHEETS: ReadonlySet<string> = new Set(['dulieu'])

/** The sheet of data by its name, else the first that a reader sees; hidden ones hold lists and notes. */
const findSheet = async (file: Package): Promise<string> => {
  let wanted: string | null = null
  let path: string | null = null
  const open: XmlHandlers['open'] = (name, attributes) => {
    if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return
    if (DATA_SHEETS.has((attributes['name'] ?? '').toLowerCase())) wanted = attributes['r:id'] ?? null
    else wanted ??= attributes['r:id'] ?? null
  }
  await readWhole(readPart(file, 'xl/workbook.xml', { open }))
  const openRelation: XmlHandlers['open'] = (name, { Id, Target = '' }) => {
    if (name === 'Relationship' && Id === wanted) path = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`
  }
  await readWhole(readPart(file, 'xl/_rels/workbook.xml.rels', { open: openRelation }))
  if (path === null) throw new FileRefused('import-damaged')
  return path
}

/** Texts that cells point at. Phonetic guides (`rPh`) are not part of a text. */
const readSharedStrings = async (file: Package): Promise<string[]> => {
  const strings: string[] = []
  if (!file.entries.has('xl/sharedStrings.xml')) return strings
  let text = ''
  let inText = false
  let guides = 0
  const handlers: XmlHandlers = {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') guides += 1
      inText = name === 't' && guides === 0
    },
    text: (part) => {
      if (inText) text += part
    },
    close: (name) => {
      inText = false
      if (name === 'rPh') guides -= 1
      if (name === 'si') strings.push(text)
    },
  }
  await readWhole(readPart(file, 'xl/sharedStrings.xml', handlers))
  return strings
}

/** `AB12` → 27, from 0. */
const columnOf = (reference: string): number => {
  let column = 0
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - 64
    if (code < 1 || code > 26) break
    column = column * 26 + code
  }
  return column - 1
}

/** Collects the cells of one sheet, row by row. A formula counts with its stored result; without one its cell is null. */
class SheetReader {
  readonly #strings: readonly string[]
  rows: FileRow[] = []
  #count = 0
  #rowNo = 0
  #cells: (string | null)[] = []
  #column = -1
  #type = 'n'
  #text = ''
  #inValue = false
  #isFormula = false
  #hasValue = false

  constructor(strings: readonly string[]) {
    this.#strings = strings
  }

  readonly handlers: XmlHandlers = {
    open: (name, attributes) => this.#open(name, attributes),
    text: (part) => {
      if (this.#inValue) this.#text += part
    },
    close: (name) => this.#close(name),
  }

  #open(name: string, { r, t }: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.#rowNo = r === undefined ? this.#rowNo + 1 : Number(r)
      this.#cells = []
      this.#column = -1
    } else if (name === 'c') {
      this.#column = r === undefined ? this.#column + 1 : columnOf(r)
      this.#type = t ?? 'n'
      this.#text = ''
      this.#isFormula = this.#hasValue = false
    } else if (name === 'v' || name === 't') this.#inValue = this.#hasValue = true
    else if (name === 'f') this.#isFormula = true
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false
    else if (name === 'c') this.#endCell()
    else if (name === 'row') this.#endRow()
  }

  #endCell(): void {
    if (this.#column < 0 || this.#column >= MOST_COLUMNS) return
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = this.#value()
  }

  #value(): string | null {
    if (this.#type === 'e' || (this.#isFormula && !this.#hasValue)) return null
    return this.#type === 's' ? (this.#strings[Number(this.#text)] ?? '') : this.#text
  }

  #endRow(): void {
    if (this.#cells.every((cell) => cell === '')) return
    this.#count += 1
    if (this.#count > MOST_SHEET_ROWS) throw new FileRefused('import-too-large')
    this.rows.push({ rowNo: this.#rowNo, cells: this.#cells })
  }
}

/**
 * Rows of the first visible sheet of an XLSX file: numbers and dates as they are stored (a date is a serial), formulas by their stored result.
 * @throws FileRefused `import-too-large`, `import-damaged`, `import-xml-doctype`
 */
export async function* readSheet(bytes: Buffer): AsyncGenerator<readonly FileRow[]> {
  const file = await openCheckedZip(bytes)
  const sheet = await findSheet(file)
  const reader = new SheetReader(await readSharedStrings(file))
  for await (const _part of readPart(file, sheet, reader.handlers)) {
    yield reader.rows
    reader.rows = []
  }
}
