import { crc32, deflateRawSync } from 'node:zlib'

const part = (signature: number, fields: readonly (readonly [2 | 4, number])[]): Buffer => {
  const bytes = Buffer.alloc(4 + fields.reduce((sum, [size]) => sum + size, 0))
  bytes.writeUInt32LE(signature, 0)
  let at = 4
  for (const [size, value] of fields) {
    bytes.writeUIntLE(value, at, size)
    at += size
  }
  return bytes
}

/** A zip of these texts by name (APPNOTE 4.3). `sizeOf`: what the directory says of an entry's size, when it lies. */
export function makeZip(
  entries: Readonly<Record<string, string>>,
  sizeOf: (name: string, size: number) => number = (_name, size) => size,
): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(entries)) {
    const plain = Buffer.from(text)
    const packed = deflateRawSync(plain)
    const label = Buffer.from(name)
    const common = [
      [2, 20],
      [2, 0],
      [2, 8],
      [4, 0],
      [4, crc32(plain)],
      [4, packed.length],
      [4, sizeOf(name, plain.length)],
      [2, label.length],
      [2, 0],
    ] as const
    const file = Buffer.concat([part(0x04034b50, common), label, packed])
    directory.push(part(0x02014b50, [[2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]), label)
    files.push(file)
    offset += file.length
  }
  const index = Buffer.concat(directory)
  const count = files.length
  return Buffer.concat([
    ...files,
    index,
    part(0x06054b50, [
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
      [4, index.length],
      [4, offset],
      [2, 0],
    ]),
  ])
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>'

/** The smallest XLSX with this sheet. */
export const makeSheetZip = (sheet: string, sizeOf?: (name: string, size: number) => number): Buffer =>
  makeZip(
    {
      'xl/workbook.xml': `${XML}<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `${XML}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `${XML}${sheet}`,
    },
    sizeOf,
  )
