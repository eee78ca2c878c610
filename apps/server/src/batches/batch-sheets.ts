import { BATCH_ODDS } from '@an-sinh/domain'
import { renderSVG } from 'uqr'
import type { BatchSheetData } from '../documents/index.ts'
import type { BatchFormRow, BatchOddRow, BatchRow } from './batch-queries.ts'

const instant = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})
const dots = (tail: string): string => `…${tail}`

type Cover = { batchNumber: string; employerName: string; office: string; code: string; tails: readonly string[]; madeAt: Date }

/** Laid on top of the forms: the code to scan, and which forms belong to it. */
export const toCoverSheet = ({ batchNumber, employerName, office, code, tails, madeAt }: Cover): BatchSheetData => ({
  title: 'Bảng kê nộp Tờ khai Mẫu số 01 theo đơn vị',
  office,
  lines: [
    { label: 'Số bảng kê', value: batchNumber },
    { label: 'Đơn vị', value: employerName },
    { label: 'Số tờ khai', value: String(tails.length) },
    { label: 'Lập lúc', value: instant.format(madeAt) },
  ],
  columns: ['Số thứ tự', 'Bốn ký tự cuối của mã tờ khai', 'Số thứ tự', 'Bốn ký tự cuối của mã tờ khai'],
  rows: pairUp(tails.map((tail, at) => [String(at + 1), dots(tail)])),
  notes: ['Đặt tờ này lên trên các tờ khai, xếp theo thứ tự. Cán bộ một cửa quét mã này trước, rồi quét từng tờ khai.'],
  code,
  qrSvg: renderSVG(code, { ecc: 'M', border: 4 }),
  qrAlt: `Mã bảng kê ${code}`,
  signatures: [],
})

/** Two columns of cells side by side. */
const pairUp = (cells: readonly string[][]): string[][] => {
  const half = Math.ceil(cells.length / 2)
  return cells.slice(0, half).map((left, at) => [...left, ...(cells[half + at] ?? ['', ''])])
}

type Receipt = {
  row: BatchRow
  office: string
  code: string
  checkUrl: string
  forms: readonly BatchFormRow[]
  odds: readonly BatchOddRow[]
}

/** Counts, each form by the tail of its code, what fell out and why, both signatures. */
export const toReceiptSheet = ({ row, office, code, checkUrl, forms, odds }: Receipt): BatchSheetData => ({
  title: 'Biên bản giao nhận Tờ khai Mẫu số 01',
  office,
  lines: [
    { label: 'Số bảng kê', value: row.batchNumber },
    { label: 'Đơn vị', value: row.employerName },
    { label: 'Đã nhận', value: `${row.received} / ${row.expected} tờ khai` },
    { label: 'Còn thiếu', value: String(row.expected - row.received) },
    { label: 'Không nhận, trả lại', value: String(odds.length) },
    { label: 'Giao nhận lúc', value: row.handedOverAt === null ? '' : instant.format(row.handedOverAt) },
    { label: 'Mã kiểm tra', value: code },
  ],
  columns: ['Tờ khai (bốn ký tự cuối)', 'Kết quả'],
  rows: [
    ...forms.map(({ position, codeTail, receivedAt, clerkName }) => [
      `${position}. ${dots(codeTail)}`,
      receivedAt === null ? 'Chưa nộp' : `Đã nhận ${instant.format(receivedAt)}, ${clerkName ?? ''}`,
    ]),
    ...odds.map(({ codeTail, reason }) => [dots(codeTail), `Không nhận: ${BATCH_ODDS[reason].vi}`]),
  ],
  notes: [
    'Biên bản lập thành hai bản, mỗi bên giữ một. Ai có biên bản cũng kiểm tra được: quét mã, hoặc nhập mã kiểm tra ở trang Kiểm tra giấy của An Sinh.',
  ],
  code,
  qrSvg: renderSVG(checkUrl, { ecc: 'M', border: 4 }),
  qrAlt: `Mã QR mở trang kiểm tra biên bản ${code}`,
  signatures: ['Bên giao (đơn vị)', 'Bên nhận (cơ quan BHXH)'],
})
