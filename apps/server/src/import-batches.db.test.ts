import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { runImportCommand, undoImportCommand } from './import-commands/index.ts'
import { csv, HEAD, importText, nextNumber, personLine, randomName, sheetBytes } from './import-fixture.ts'
import { IMPORT_KINDS } from './import-kinds.ts'
import { eraseImports, findBatch, listFaults } from './imports/index.ts'
import { findPersonByLogin } from './persons/index.ts'
import { openTestPlatform, type TestPlatform } from './platform/test-platform.ts'

let platform: TestPlatform
let folder: string
beforeAll(async () => {
  platform = await openTestPlatform({ works: true })
  folder = mkdtempSync(join(tmpdir(), 'an-sinh-imports-'))
})
afterAll(async () => {
  await platform.drop()
  rmSync(folder, { recursive: true, force: true })
})

const send = (content: string | Uint8Array, format: 'csv' | 'xlsx' = 'csv') =>
  importText(platform, IMPORT_KINDS, { kind: 'persons', content, format })
const faultsOf = async (batchId: string) =>
  (await listFaults(platform.sql, batchId, 0, 100)).map(({ rowNo, column, code }) => `${rowNo} ${column} ${code}`)

describe('a batch', () => {
  it('is one, however often and however simultaneously its file is sent', async () => {
    const content = csv([HEAD, personLine()])
    const [one, two] = await Promise.all([send(content), send(content)])
    expect(one.batchId).toBe(two.batchId)
    expect((await send(content)).batchId).toBe(one.batchId)
  })

  it('waits for its yes, and shows itself again when the register moved meanwhile', async () => {
    const [line, other] = [personLine(), personLine()]
    const content = csv([HEAD, line, other])
    const preview = await importText(platform, IMPORT_KINDS, { kind: 'persons', content, confirms: false })
    expect(preview).toMatchObject({ state: 'preview', groupCounts: { new: 2 } })
    await send(csv([HEAD, line]))
    expect(await send(content)).toMatchObject({
      batchId: preview.batchId,
      state: 'preview',
      baseMoved: true,
      groupCounts: { new: 1, known: 1 },
    })
    expect(await send(content)).toMatchObject({ state: 'applied', groupCounts: { new: 1, known: 1 } })
  })

  it('is undone whole by another one, unless something was built upon it', async () => {
    const number = nextNumber()
    const name = `Trần Mẫu ${randomName()}`
    const first = await send(csv([HEAD, [number, name, '1980', 'Nữ', '', 'Số 1'], personLine()]))
    const second = await send(csv([HEAD, [number, name, '1980', 'Nữ', '', 'Số 2']]))
    const told: string[] = []
    const undo = (batchId: string) => undoImportCommand(platform, IMPORT_KINDS, batchId, (line) => void told.push(line))
    expect(await undo(first.batchId)).toBe(1)
    expect(told.join(' ')).toContain('đã có dữ liệu được ghi tiếp')
    expect(await undo(second.batchId)).toBe(0)
    expect(await findPersonByLogin(platform.sql, number)).toMatchObject({ address: 'Số 1' })
    expect(await undo(first.batchId)).toBe(0)
    expect(await findPersonByLogin(platform.sql, number)).toBeNull()
    expect(await findBatch(platform.sql, first.batchId)).toMatchObject({ state: 'undone' })
    const [kept] = await platform.sql<
      { count: number }[]
    >`SELECT count(*)::integer AS count FROM person_versions WHERE insurance_number = ${number}`
    expect(kept?.count).toBe(3)
  })

  it('goes on after the database lost the staged rows', async () => {
    const content = csv([HEAD, personLine()])
    const { batchId } = await importText(platform, IMPORT_KINDS, { kind: 'persons', content, confirms: false })
    await platform.sql`DELETE FROM import_rows WHERE batch_id = ${batchId}`
    expect(await send(content)).toMatchObject({ batchId, state: 'applied', groupCounts: { new: 1 } })
  })
})

describe('what is kept', () => {
  it('goes after 90 days, key first', async () => {
    const { batchId } = await send(csv([HEAD, personLine(), ['x', '', '', '', '', '']]))
    await platform.sql`UPDATE import_batches SET created_at = now() - interval '91 days' WHERE batch_id = ${batchId}`
    await eraseImports(platform)
    expect(await findBatch(platform.sql, batchId)).toMatchObject({ state: 'partly', fileKeyEncrypted: null })
    expect(await faultsOf(batchId)).toEqual([])
    expect(existsSync(join(platform.settings.dataDir, 'imports', batchId))).toBe(false)
  })
})

describe('the file sent back', () => {
  const command = async (path: string, errors: string): Promise<{ code: number; told: string }> => {
    const told: string[] = []
    const order = { kind: 'persons', path, errors, source: undefined, confirms: false }
    const code = await runImportCommand(platform, IMPORT_KINDS, order, (line) => void told.push(line))
    return { code, told: told.join('\n') }
  }

  it('is the sent CSV with one column more and nothing that a spreadsheet would run', async () => {
    const path = join(folder, 'sent.csv')
    writeFileSync(path, csv([['Danh sách'], HEAD, ['12345678', '=HYPERLINK("x")', '1980', 'Nam', '', '-5'], personLine()], ';'))
    const { code, told } = await command(path, join(folder, 'back.csv'))
    expect(code).toBe(3)
    expect(told).toContain('mới (new): 1')
    const [title = '', head = '', bad = '', good = ''] = readFileSync(join(folder, 'back.csv'), 'utf8').split('\r\n')
    expect(title.startsWith('\uFEFFDanh sách')).toBe(true)
    expect(head.endsWith(';Lỗi / cách sửa')).toBe(true)
    expect(bad).toContain(`;"'=HYPERLINK(""x"")";1980;Nam;;-5;`)
    expect(bad).toContain('mất các số 0')
    expect(good.endsWith(';')).toBe(true)
  })

  it('is a sheet when a sheet was sent', async () => {
    const path = join(folder, 'sent.xlsx')
    const bytes = await sheetBytes((sheet) => {
      sheet.addRow(HEAD)
      sheet.addRow(['12345678', 'Trần Mẫu', '1980', 'Nam'])
    })
    writeFileSync(path, bytes)
    await command(path, join(folder, 'back.xlsx'))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(join(folder, 'back.xlsx'))
    expect(workbook.worksheets[0]?.getCell('G1').value).toBe('Lỗi / cách sửa')
    expect(workbook.worksheets[0]?.getCell('G2').text).toContain('mất các số 0')
  })

  it('lies here encrypted, and its hash is that of what was sent', async () => {
    const content = csv([HEAD, personLine()])
    const { batchId, fileSha256 } = await send(content)
    expect(fileSha256.equals(createHash('sha256').update(content).digest())).toBe(true)
    const piece = readFileSync(join(platform.settings.dataDir, 'imports', batchId, `${'0'.repeat(15)}.piece`))
    expect(piece.includes(HEAD[0] ?? '-')).toBe(false)
  })
})
