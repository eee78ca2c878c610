import { printExpectedCasesRoute } from '@an-sinh/contract'
import { formatDateVi } from '@an-sinh/domain'
import { recordAudits } from '../audit/index.ts'
import { type CaseListData, renderPdf } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findStandingOffice, listOfficesOfDesk } from '../reference/index.ts'
import { decryptFormCode, readToday } from '../registrations/index.ts'
import { type ExpectedRow, listExpected } from './queue-queries.ts'

/** More than a desk takes in in a day; a longer list is no help in an outage. */
const MOST = 400
/** Of the form code, so many last characters: enough to tell two papers apart, not enough to open a form with. */
const TAIL = 4

const initialsOf = (fullName: string): string =>
  fullName
    .trim()
    .split(/\s+/u)
    .map((word) => Array.from(word)[0]?.toUpperCase() ?? '')
    .join('.')

const toRow = (platform: Platform, row: ExpectedRow): string[] => [
  row.fileNumber,
  `…${(decryptFormCode(platform, row) ?? '').slice(-TAIL)}`,
  initialsOf(row.fullName),
  formatDateVi(row.dueOn),
  formatDateVi(row.graceEndsOn),
  '',
  '',
]

/** Least data: file number, tail of the code, initials, dates. No name, no number, no phone; what is missing stands on the paper that is handed in. */
export function printExpectedCases(server: Server, platform: Platform): void {
  addRoute(server, printExpectedCasesRoute, async ({ request, reply }) => {
    const actor = requireActor(request, 'staff')
    const officeIds = await listOfficesOfDesk(platform.sql, actor.officeId)
    const office = requireFound(await findStandingOffice(platform.sql, actor.officeId), 'not-found')
    const found = await listExpected(platform.sql, officeIds, MOST + 1)
    const shown = requireFound(found[0] === undefined ? null : found.slice(0, MOST), 'not-found')
    const today = formatDateVi(await readToday(platform.sql))
    const data: CaseListData = {
      title: `Hồ sơ có thể nộp ngày ${today}`,
      office: office.name,
      notes: [
        'Dùng khi mất mạng: tìm số hồ sơ hoặc đuôi mã tờ khai, ghi giờ nhận và ký. Khi có mạng lại, nhập ở màn hình “Khi mất mạng”.',
        'Tờ khai không có trong danh sách vẫn nhận: ghi thêm số hồ sơ vào dòng trống.',
        ...(found.length > MOST ? [`Chỉ in ${MOST} hồ sơ có hạn gần nhất.`] : []),
      ],
      footer: `In ngày ${today}. Hủy cuối ngày.`,
      columns: [
        { label: 'Số hồ sơ', share: 5 },
        { label: 'Đuôi mã tờ khai', share: 3 },
        { label: 'Chữ đầu họ tên', share: 3 },
        { label: 'Hạn nộp', share: 3 },
        { label: 'Nhận đến hết', share: 3 },
        { label: 'Giờ nhận', share: 3 },
        { label: 'Người nhận', share: 4 },
      ],
      rows: [...shown.map((row) => toRow(platform, row)), ...Array.from({ length: 6 }, () => Array.from({ length: 7 }, () => ''))],
    }
    const pdf = await renderPdf('case-list', data)
    await inTransaction(platform, (transaction) =>
      recordAudits(
        transaction,
        shown.map(({ registrationId }) => ({ actor, action: 'case-list-printed', registrationId, requestId: request.id })),
      ),
    )
    return reply.type('application/pdf').header('cache-control', 'no-store').send(pdf)
  })
}
