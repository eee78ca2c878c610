import { exportRolloutRoute } from '@an-sinh/contract'
import { shareOf, sizeBandsOn } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { readToday } from '../registrations/index.ts'
import { listOfficesInView } from '../staff/index.ts'
import { sizeName } from './get-progress.ts'
import { type EmployerFilter, type EmployerRow, listEmployers, readCountedAt } from './progress-queries.ts'
import { type CellValue, streamCsv, streamXlsx } from './write-table.ts'

const MEDIA = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const
/** Rows fetched at once, and the most a sheet holds. */
const PAGE = 5000
const MOST = 1_000_000

const STANDINGS: Record<string, string> = {
  'no-roster': 'Chưa có danh sách',
  'nobody-registered': 'Chưa ai đăng ký',
  'under-way': 'Đang triển khai',
}
const HEAD = [
  'Mã đơn vị',
  'Tên đơn vị',
  'Cơ quan BHXH',
  'Địa bàn (quận, huyện cũ)',
  'Ngành nghề',
  'Quy mô',
  'Tình trạng',
  'Số người',
  'Đã đăng ký',
  'Đã nộp tờ khai',
  'Đã được duyệt',
  'Đã dùng ứng dụng',
  'Cần giúp',
  'Tỷ lệ đăng ký (%)',
  'Chỉ tiêu (%)',
  'Số liệu tính đến',
]
const instant = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' })

const toCells = (row: EmployerRow, size: string, counted: string): CellValue[] => [
  row.employerCode,
  row.name,
  row.officeName,
  row.district,
  row.industry,
  size,
  STANDINGS[row.standing] ?? '',
  row.people,
  row.registered,
  row.handedIn,
  row.approved,
  row.signedIn,
  row.needsHelp,
  shareOf(row.registered, row.people) ?? '',
  row.targetPercent ?? '',
  counted,
]

/** The head, then page after page: what is sent is never held in one piece. */
async function* listLines({ sql }: Platform, officeIds: readonly number[], filter: EmployerFilter): AsyncGenerator<CellValue[]> {
  const countedAt = await readCountedAt(sql)
  const counted = countedAt === null ? '' : instant.format(countedAt)
  const bands = sizeBandsOn(await readToday(sql))
  yield HEAD
  for (let offset = 0; offset < MOST; offset += PAGE) {
    const rows = await listEmployers(sql, officeIds, filter, { sort: 'name', down: false, limit: PAGE, offset })
    for (const row of rows) yield toCells(row, sizeName(bands, row.sizeBand).vi, counted)
    if (rows.length < PAGE) return
  }
}

export function exportRollout(server: Server, platform: Platform): void {
  addRoute(server, exportRolloutRoute, async ({ params, body, request, reply }) => {
    const actor = requireActor(request, 'staff')
    const officeIds = await listOfficesInView(platform.sql, actor)
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, {
        actor,
        action: 'figures-exported',
        requestId: request.id,
        details: { ...params, officeId: actor.officeId },
      }),
    )
    const lines = listLines(platform, officeIds, body)
    return reply
      .type(MEDIA[params.format])
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="trien-khai-don-vi.${params.format}"`)
      .send(params.format === 'csv' ? streamCsv(lines) : streamXlsx(lines))
  })
}
