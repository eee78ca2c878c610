import { crc32, deflateRawSync } from 'node:zlib'

/** A cell of a made sheet: text, or a formula that nobody has calculated. */
export type SheetCell = string | { readonly formula: string }

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const letterOf = (column: number): string => String.fromCodePoint(65 + column)

const cellXml = (cell: SheetCell, row: number, column: number): string => {
  const place = `${letterOf(column)}${row}`
  if (typeof cell !== 'string') return `<c r="${place}"><f>${escaped(cell.formula)}</f></c>`
  return cell === '' ? '' : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

const sheetXml = (rows: readonly (readonly SheetCell[])[], merges: readonly string[]): string => {
  const body = rows
    .map((cells, at) => `<row r="${at + 1}">${cells.map((cell, column) => cellXml(cell, at + 1, column)).join('')}</row>`)
    .join('')
  const merged =
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body}</sheetData>${merged}</worksheet>`
}

const PACKAGE: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  '_rels/.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}

const DEFLATED = 8
/** Names are UTF-8 (APPNOTE.TXT 4.4.4, bit 11). */
const UTF8 = 0x0800

type Part = { name: Buffer; packed: Buffer; sum: number; size: number; offset: number }

/** The twenty bytes that a part's own header and its line in the directory share. */
const shared = ({ name, packed, sum, size }: Part): Buffer => {
  const bytes = Buffer.alloc(26)
  bytes.writeUInt16LE(20, 0)
  bytes.writeUInt16LE(UTF8, 2)
  bytes.writeUInt16LE(DEFLATED, 4)
  bytes.writeUInt32LE(sum, 10)
  bytes.writeUInt32LE(packed.length, 14)
  bytes.writeUInt32LE(size, 18)
  bytes.writeUInt16LE(name.length, 22)
  return bytes
}

function zip(files: Readonly<Record<string, string>>): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const [path, text] of Object.entries(files)) {
    const content = Buffer.from(text)
    const part: Part = { name: Buffer.from(path), packed: deflateRawSync(content), sum: crc32(content), size: content.length, offset }
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared(part), part.name, part.packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(part.offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), shared(part), tail, part.name]))
    bodies.push(body)
    offset += body.length
  }
  const lines = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(lines.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, lines, end])
}

/** A spreadsheet of one sheet of texts, written without anything of the product or of its packages. */
export const writeSheet = (rows: readonly (readonly SheetCell[])[], merges: readonly string[] = []): Buffer =>
  zip({ ...PACKAGE, 'xl/worksheets/sheet1.xml': sheetXml(rows, merges) })
