import { printCasesRoute } from '@an-sinh/contract'
import { formatDateVi, type RegistrationState } from '@an-sinh/domain'
import { recordAudits } from '../audit/index.ts'
import { paperReceivedAt, writeReceipt } from '../decisions/index.ts'
import { type CaseListData, type ReceiptData, renderPdf } from '../documents/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findStandingOffice, listOfficesOfDesk, type OfficeRow } from '../reference/index.ts'
import { isSubmitted, listRegistrations, readToday } from '../registrations/index.ts'
import { listCases } from './queue-queries.ts'

const STATE_WORDS: Readonly<Partial<Record<RegistrationState, string>>> = {
  'awaiting-visit': 'Chờ nộp',
  received: 'Đã nhận',
  checked: 'Chờ người thứ hai',
  'fraud-review': 'Đang xác minh',
  returned: 'Đã trả lại',
  approved: 'Đã duyệt',
  activated: 'Đã kích hoạt',
  refused: 'Từ chối',
  expired: 'Quá hạn',
}

type Pile = { platform: Platform; actor: StaffActor; office: OfficeRow; officeIds: readonly number[]; registrationIds: readonly string[] }
type Printed = { pdf: Buffer; registrationIds: string[] }

const printReceipts = async ({ platform, actor, office, officeIds, registrationIds }: Pile): Promise<Printed> => {
  const cases = (await listRegistrations(platform.sql, registrationIds))
    .filter(isSubmitted)
    .filter((row) => officeIds.includes(row.officeId))
    .toSorted((one, other) => (one.fileNumber < other.fileNumber ? -1 : 1))
  const receipts: { registrationId: string; data: ReceiptData }[] = []
  for (const row of cases) {
    const receivedAt = paperReceivedAt(row)
    if (receivedAt === null) continue
    receipts.push({ registrationId: row.registrationId, data: await writeReceipt(platform, { row, office, actor, receivedAt }) })
  }
  requireFound(receipts[0], 'not-found')
  const pdf = await renderPdf('receipts', { title: 'Giấy tiếp nhận Tờ khai Mẫu số 01', receipts: receipts.map(({ data }) => data) })
  return { pdf, registrationIds: receipts.map(({ registrationId }) => registrationId) }
}

const printList = async ({ platform, office, officeIds, registrationIds }: Pile): Promise<Printed> => {
  const cases = await listCases(platform.sql, { officeIds }, registrationIds)
  requireFound(cases[0], 'not-found')
  const data: CaseListData = {
    title: 'Danh sách hồ sơ đăng ký (Mẫu số 01)',
    office: office.name,
    notes: [`${cases.length} hồ sơ.`],
    footer: `In ngày ${formatDateVi(await readToday(platform.sql))}. Có dữ liệu cá nhân: hủy sau khi dùng.`,
    columns: [
      { label: 'Số hồ sơ', share: 4 },
      { label: 'Họ và tên', share: 6 },
      { label: 'Ngày sinh', share: 3 },
      { label: 'Trạng thái', share: 4 },
      { label: 'Hạn nộp', share: 3 },
      { label: 'Ghi chú', share: 5 },
    ],
    rows: cases.map(({ fileNumber, fullName, bornOn, state, dueOn }) => [
      fileNumber,
      fullName,
      formatDateVi(bornOn),
      STATE_WORDS[state] ?? state,
      dueOn === null ? '' : formatDateVi(dueOn),
      '',
    ]),
  }
  return { pdf: await renderPdf('case-list', data), registrationIds: cases.map(({ registrationId }) => registrationId) }
}

/** A pile on paper: receipts one a page, or a list with room to write. Each printed case is an audit line. */
export function printCases(server: Server, platform: Platform): void {
  addRoute(server, printCasesRoute, async ({ body, request, reply }) => {
    const actor = requireActor(request, 'staff')
    const officeIds = await listOfficesOfDesk(platform.sql, actor.officeId)
    const office = requireFound(await findStandingOffice(platform.sql, actor.officeId), 'not-found')
    const pile = { platform, actor, office, officeIds, registrationIds: body.registrationIds }
    const { pdf, registrationIds } = await (body.what === 'receipts' ? printReceipts(pile) : printList(pile))
    const action = body.what === 'receipts' ? 'receipt-printed' : 'case-list-printed'
    await inTransaction(platform, (transaction) =>
      recordAudits(
        transaction,
        registrationIds.map((registrationId) => ({ actor, action, registrationId, requestId: request.id })),
      ),
    )
    return reply.type('application/pdf').header('cache-control', 'no-store').send(pdf)
  })
}
