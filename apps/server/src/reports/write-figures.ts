import type { Figures } from '@an-sinh/contract'
import { formatDateVi } from '@an-sinh/domain'
import { stringify } from 'csv-stringify/sync'

/** What a table program would run instead of showing it; an apostrophe makes it text. */
const RUNS = /^[=+\-@\t\r]/u
type CellValue = string | number
const neutral = (cell: CellValue): CellValue => (typeof cell === 'string' && RUNS.test(cell) ? `'${cell}` : cell)

const UNDER_FIVE = 'dưới 5'
const toCount = (count: number | null): CellValue => count ?? UNDER_FIVE
const toMedian = (minutes: number | null): CellValue => minutes ?? ''

/** One table, each line with its subject, as it goes into a file. */
const toLines = (figures: Figures): CellValue[][] => [
  ['Số liệu', figures.officeName, 'ngày', formatDateVi(figures.todayOn)],
  ['Nhóm', 'Nội dung', 'Hôm nay', 'Tháng này'],
  ...(
    [
      ['Hồ sơ gửi đến', 'intake'],
      ['Tờ khai đã nhận', 'received'],
      ['Đã duyệt', 'approved'],
      ['Đã trả lại', 'returned'],
      ['Đã từ chối', 'refused'],
    ] as const
  ).map(([label, key]) => ['Tiếp nhận và giải quyết', label, figures.today[key], figures.month[key]]),
  [
    'Tiếp nhận và giải quyết',
    'Thời gian xử lý giữa (phút)',
    toMedian(figures.today.medianWaitMinutes),
    toMedian(figures.month.medianWaitMinutes),
  ],
  ['Đang mở', 'Hồ sơ đang xử lý', figures.open, ''],
  ['Đang mở', 'Sắp hết hạn (2 ngày)', figures.nearDeadline, ''],
  ...figures.reasons.map(({ kind, vi, cases }) => [kind === 'return' ? 'Lý do trả lại' : 'Lý do từ chối', vi, '', toCount(cases)]),
  ['Theo ngày', 'Ngày', 'Gửi đến', 'Quyết định'],
  ...figures.days.map(({ on, intake, decided }) => ['Theo ngày', formatDateVi(on), intake, decided]),
  ['Theo tuần', 'Tuần từ ngày', 'Hồ sơ', 'Thời gian giữa (phút)'],
  ...figures.weeks.map(({ fromOn, cases, medianMinutes }) => ['Theo tuần', formatDateVi(fromOn), toCount(cases), toMedian(medianMinutes)]),
]

/** UTF-8 with a mark, so that Excel reads the accents. */
export const writeCsv = (figures: Figures): Buffer =>
  Buffer.from(`\uFEFF${stringify(toLines(figures).map((line) => line.map(neutral)))}`, 'utf8')

export async function writeXlsx(figures: Figures): Promise<Buffer> {
  const ExcelJS = (await import('exceljs')).default
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Số liệu', { views: [{ state: 'frozen', ySplit: 2 }] })
  for (const line of toLines(figures)) sheet.addRow(line.map(neutral))
  sheet.columns.forEach((column, at) => (column.width = [26, 60, 16, 22][at] ?? 16))
  sheet.getRow(2).font = { bold: true }
  return Buffer.from(await book.xlsx.writeBuffer())
}
