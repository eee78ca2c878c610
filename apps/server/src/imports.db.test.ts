import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { csv, HEAD, importText, nextNumber, personLine, randomName, sheetBytes } from './import-fixture.ts'
import { IMPORT_KINDS } from './import-kinds.ts'
import { listFaults } from './imports/index.ts'
import { findPersonByLogin } from './persons/index.ts'
import { makeSheetZip } from './zip-fixture.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ works: true })
})
afterAll(async () => {
  await platform.drop()
})

const send = (content: string | Uint8Array, format: 'csv' | 'xlsx' = 'csv') =>
  importText(platform, IMPORT_KINDS, { kind: 'persons', content, format })
const faultsOf = async (batchId: string) =>
  (await listFaults(platform.sql, batchId, 0, 100)).map(({ rowNo, column, code }) => `${rowNo} ${column} ${code}`)

describe('a file that comes as files come', () => {
  it.each([
    ['UTF-8 with a byte-order mark', (rows: string[][]) => `\uFEFF${csv(rows)}`],
    ['semicolons', (rows: string[][]) => csv(rows, ';')],
    ['tabs and plain line ends', (rows: string[][]) => csv(rows, '\t', '\n')],
    ['no line end at the end', (rows: string[][]) => csv(rows).trimEnd()],
    [
      'titles above and a numbering row below',
      (rows: string[][]) =>
        csv([
          ['DANH SÁCH NGƯỜI THAM GIA'],
          ['Tháng 10 năm 2026'],
          [],
          rows[0] ?? [],
          ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
          ...rows.slice(1),
        ]),
    ],
    [
      'columns in another order and headings in other letters',
      (rows: string[][]) => csv(rows.map((row, at) => (at === 0 ? row.map((cell) => cell.toUpperCase()) : row).toReversed())),
    ],
  ])('%s', async (_name, write) => {
    const batch = await send(write([HEAD, personLine(), personLine()]))
    expect(batch).toMatchObject({ state: 'applied', groupCounts: { new: 2 } })
  })

  it('takes a merged heading of two rows', async () => {
    const rows = [
      ['Mã số BHXH', 'Họ và tên', 'Thông tin', '', 'Số CCCD', 'Địa chỉ'],
      ['', '', 'Ngày sinh', 'Giới tính', '', ''],
      personLine(),
    ]
    expect(await send(csv(rows))).toMatchObject({ state: 'applied', groupCounts: { new: 1 } })
  })

  it('takes quotes, delimiters and line ends inside quotes', async () => {
    const number = nextNumber()
    await send(`${HEAD.join(',')}\r\n${number},"Trần Thị Mẫu ${randomName()}",1980,Nữ,,"Số 1, ngõ ""Gạo"",\nHà Nội"\r\n`)
    expect(await findPersonByLogin(platform.sql, number)).toMatchObject({ address: 'Số 1, ngõ "Gạo", Hà Nội' })
  })

  it('takes a spreadsheet: serial dates, numbers as numbers, formulas by their result', async () => {
    const number = nextNumber()
    const bytes = await sheetBytes((sheet) => {
      sheet.addRow(['DANH SÁCH'])
      sheet.mergeCells('A1:F1')
      sheet.addRow(HEAD)
      sheet.addRow([Number(number), `Lê Thị Mẫu ${randomName()}`, new Date(Date.UTC(1994, 2, 5)), 2, '099194000019', 'Số 2'])
      sheet.addRow([nextNumber(), { formula: 'CONCATENATE("Lê ","Mẫu")', result: `Lê Mẫu ${randomName()}` }, 34398, 'Nam'])
      sheet.addRow([{ formula: 'A3+1' }, `Lê Mẫu ${randomName()}`, 34398, 'Nam'])
    })
    const batch = await send(bytes, 'xlsx')
    expect(batch).toMatchObject({ state: 'partly', groupCounts: { new: 2, rejected: 1 } })
    expect(await findPersonByLogin(platform.sql, number)).toMatchObject({ bornOn: '1994-03-05', sex: 'female', nationalId: '099194000019' })
    expect(await faultsOf(batch.batchId)).toEqual(['5 insuranceNumber formula'])
  })
})

describe('what is wrong in a row', () => {
  it('names row, column and fault, and takes the other rows', async () => {
    const twice = personLine()
    const broken = Buffer.from(`${nextNumber()},Tr\u00FFn,1980,Nam,,\r\n`, 'latin1')
    const content = Buffer.concat([
      Buffer.from(
        csv([
          HEAD,
          personLine(),
          ['12345678', 'Trần Mẫu', '1980', 'Nam', '', ''],
          [nextNumber(), 'Trần 2', '31/02/1980', 'Khác', '12', ''],
          twice,
          twice,
          [nextNumber(), 'Trần Mẫu'],
          ['', 'Trần Mẫu', '1980', 'Nam', '', ''],
        ]),
      ),
      broken,
      Buffer.from(`${nextNumber()},Trần Cắt Ng`),
    ])
    const batch = await send(content)
    expect(batch).toMatchObject({ state: 'partly', groupCounts: { new: 2, rejected: 7 } })
    expect(await faultsOf(batch.batchId)).toEqual([
      '3 insuranceNumber lost-zeros',
      '4 bornOn not-a-date',
      '4 fullName not-a-name',
      '4 nationalId not-a-national-id',
      '4 sex not-a-sex',
      '6 null row-doubled',
      '7 null row-too-short',
      '8 insuranceNumber missing',
      '9 fullName bad-character',
      '10 null row-too-short',
    ])
  })
})

describe('what is refused as a whole', () => {
  const zeros = (count: number): string => '0'.repeat(count)
  it.each([
    ['UTF-16', () => Buffer.from(`\uFEFF${csv([HEAD, personLine()])}`, 'utf16le'), 'import-utf16'],
    [
      'a one-byte code page',
      () =>
        Buffer.concat([
          Buffer.from(csv([HEAD])),
          Buffer.from([0xd4, 0xf0, 0xe5, 0x2c, 0xe3, 0xec, 0xf2, 0xf5, 0x0d, 0x0a]),
          Buffer.alloc(400, 0xe3),
        ]),
      'import-encoding',
    ],
    ['no rows', () => csv([HEAD]), 'import-empty'],
    ['nothing at all', () => '', 'import-empty'],
    ['a missing column', () => csv([HEAD.slice(1), personLine().slice(1)]), 'import-header'],
    ['a quote never closed', () => `${csv([HEAD])}9900000001,"Trần${zeros(40_000)}`, 'import-quote-open'],
  ])('%s', async (_name, write, code) => {
    const batch = await send(write())
    expect(batch).toMatchObject({ state: 'refused', refusedCode: code })
  })

  it('says which columns are missing', async () => {
    const batch = await send(csv([HEAD.slice(2), personLine().slice(2)]))
    expect(batch.refusedDetails).toEqual({ columns: 'Mã số BHXH, Họ và tên' })
  })

  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const rowsOf = (count: number): string => Array.from({ length: count }, (_one, at) => `<row r="${at + 2}"><c><v>1</v></c></row>`).join('')
  const sheet = (rows: string): string => `<worksheet><sheetData><row r="1">${HEAD.map(cell).join('')}</row>${rows}</sheetData></worksheet>`
  it.each([
    ['more than 200,000 rows', () => makeSheetZip(sheet(rowsOf(200_100))), 'import-too-large'],
    ['a million rows', () => makeSheetZip(sheet(rowsOf(1_000_000))), 'import-too-large'],
    ['a bomb', () => makeSheetZip(`${sheet('')}${zeros(60_000_000)}`), 'import-too-large'],
    [
      'a bomb whose directory lies',
      () => makeSheetZip(sheet(' '.repeat(60_000_000)), (_name, size) => Math.min(size, 90_000)),
      'import-damaged',
    ],
    ['a cut-off file', () => makeSheetZip(sheet('')).subarray(0, 600), 'import-damaged'],
    ['XML that is none', () => makeSheetZip('<worksheet><sheetData></worksheet>'), 'import-damaged'],
    ['an external entity', () => makeSheetZip(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sheet('')}`), 'import-xml-doctype'],
  ])('a spreadsheet with %s, quickly and without growing', async (_name, write, code) => {
    const bytes = write()
    const [begun, before] = [Date.now(), process.memoryUsage().rss]
    expect(await send(bytes, 'xlsx')).toMatchObject({ state: 'refused', refusedCode: code })
    expect(Date.now() - begun).toBeLessThan(20_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)
  })
})
