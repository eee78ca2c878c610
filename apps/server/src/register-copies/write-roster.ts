import { PassThrough, Readable } from 'node:stream'
import { formatDateVi, ROLLOUT_HELP, ROLLOUT_STATES, type RolloutHelpReason, type RolloutState } from '@an-sinh/domain'
import { csvCell } from '../import-files/index.ts'
import type { RosterLineRow } from './register-copy-queries.ts'

/** What a table program would run instead of showing it; an apostrophe makes it text. */
const RUNS = /^[=+\-@\t\r]/u
export const neutral = (cell: string): string => (RUNS.test(cell) ? `'${cell}` : cell)

const HEADINGS = [
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Số định danh',
  'Mã số BHXH',
  'Mã nhân viên',
  'Phòng ban',
  'Ca',
  'Điện thoại công việc',
  'Thư điện tử công việc',
  'Ngày vào làm',
  'Tình trạng',
  'Cần gì',
  'Từ lúc',
] as const

const toInstant = (at: Date): string => at.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' })
const helpOf = (reason: string | null): string => (reason === null ? '' : (ROLLOUT_HELP[reason as RolloutHelpReason]?.vi ?? reason))

const toCells = (row: RosterLineRow): string[] =>
  [
    row.fullName,
    formatDateVi(row.bornOn),
    row.sex === null ? '' : row.sex === 'female' ? 'Nữ' : 'Nam',
    row.nationalId ?? '',
    row.insuranceNumber ?? '',
    row.employeeNumber ?? '',
    row.department,
    row.shift,
    row.workPhone ?? '',
    row.workEmail ?? '',
    row.joinedOn === null ? '' : formatDateVi(row.joinedOn),
    ROLLOUT_STATES[row.state as RolloutState]?.vi ?? row.state,
    helpOf(row.helpReason),
    toInstant(row.stateSince),
  ].map(neutral)

/** The first line tells whose list it is and when the figures stood so. */
export type RosterCopy = { name: string; code: string; asOf: Date; lines: AsyncIterable<RosterLineRow[]> }
const titleOf = ({ name, code, asOf }: RosterCopy): string[] => [neutral(name), code, `Số liệu lúc ${toInstant(asOf)}`]

/** UTF-8 with a mark, so that Excel reads the accents; page by page. */
export function writeRosterCsv(copy: RosterCopy): Readable {
  const toLine = (cells: readonly string[]): string => `${cells.map((cell) => csvCell(cell, ',')).join(',')}\r\n`
  const lines = async function* (): AsyncGenerator<string> {
    yield `\uFEFF${toLine(titleOf(copy))}${toLine(HEADINGS)}`
    for await (const page of copy.lines) yield page.map((row) => toLine(toCells(row))).join('')
  }
  return Readable.from(lines())
}

/** Texts only, so that no number loses its zeros; written row by row. */
export function writeRosterXlsx(copy: RosterCopy): Readable {
  const out = new PassThrough()
  const write = async (): Promise<void> => {
    const { stream } = (await import('exceljs')).default
    const workbook = new stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false })
    const sheet = workbook.addWorksheet('Danh sách', { views: [{ state: 'frozen', ySplit: 2 }] })
    sheet.columns = HEADINGS.map((heading) => ({ width: Math.max(14, heading.length + 4) }))
    sheet.addRow(titleOf(copy)).commit()
    sheet.addRow([...HEADINGS]).commit()
    for await (const page of copy.lines) {
      for (const row of page) sheet.addRow(toCells(row)).commit()
      if (out.writableNeedDrain) await new Promise((resolve) => out.once('drain', resolve))
    }
    sheet.commit()
    await workbook.commit()
  }
  write().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}
