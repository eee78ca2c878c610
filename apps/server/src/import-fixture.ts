import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { type BatchRow, type ImportKinds, importFromPath } from './imports/index.ts'
import type { Platform } from './platform/platform.ts'

/**
 * Imports a text as if it came in a file (`format` csv unless told), to the preview, or with `confirms` to the end. For tests at the entry
 * level (`apps/server/src/*.db.test.ts`), which may use every door.
 */
export async function importText(
  platform: Platform,
  kinds: ImportKinds,
  file: { kind: string; content: string | Uint8Array; format?: 'csv' | 'xlsx' | 'xml'; confirms?: boolean; source?: string },
): Promise<BatchRow> {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-import-'))
  try {
    const path = join(folder, `file.${file.format ?? 'csv'}`)
    writeFileSync(path, file.content)
    return await importFromPath(platform, kinds, { kind: file.kind, path, source: file.source, confirms: file.confirms ?? true })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Headings of a file of persons. */
export const HEAD = ['Mã số BHXH', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Địa chỉ']
let lastNumber = 9_900_100_000
export const nextNumber = (): string => String((lastNumber += 1))
export const personLine = (number = nextNumber(), name = `Trần Mẫu ${randomName()}`): string[] => [number, name, '05/03/1980', 'Nữ', '', '']
export const randomName = (): string =>
  randomUUID()
    .replaceAll(/[^a-f]/gu, '')
    .slice(0, 12)
export const csv = (rows: string[][], delimiter = ',', end = '\r\n'): string => rows.map((row) => row.join(delimiter)).join(end) + end

/** A sheet as a spreadsheet program writes it. */
export const sheetBytes = async (fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook()
  fill(workbook.addWorksheet('Danh sách'))
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
