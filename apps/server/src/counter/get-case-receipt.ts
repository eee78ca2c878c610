import { getCaseReceiptRoute } from '@an-sinh/contract'
import { formatDateVi, REGISTRATION_STATES } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { paperReceivedAt, requireOwnCase } from '../decisions/index.ts'
import { type ReceiptData, renderPdf } from '../documents/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findStandingOffice, type OfficeRow } from '../reference/index.ts'
import type { SubmittedRegistration } from '../registrations/index.ts'

const instant = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

const toReceipt = (row: SubmittedRegistration, office: OfficeRow, actor: StaffActor, receivedAt: Date): ReceiptData => ({
  title: 'Giấy tiếp nhận Tờ khai Mẫu số 01',
  office: office.name,
  lines: [
    { label: 'Số hồ sơ', value: row.fileNumber },
    { label: 'Người nộp', value: row.declared.fullName },
    { label: 'Ngày sinh', value: formatDateVi(row.declared.bornOn) },
    { label: 'Nhận lúc', value: instant.format(receivedAt) },
    { label: 'Tình trạng khi in', value: REGISTRATION_STATES[row.state].citizenReads.vi },
  ],
  next: 'Kết quả được báo qua tin nhắn đến số điện thoại đã đăng ký. Khi được duyệt, bạn nhận mật khẩu lần đầu bằng tin nhắn và tự đặt mật khẩu của mình.',
  issuedAt: `Ngày ${formatDateVi(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(receivedAt))}`,
  clerk: actor.fullName,
  notes: [
    `Địa chỉ: ${office.address}`,
    ...(office.phone === null ? [] : [`Điện thoại: ${office.phone}`]),
    'Cơ quan BHXH không hỏi mật khẩu hay mã xác nhận của bạn.',
  ],
})

/** On paper for whoever wants it; only when the form was received. */
export function getCaseReceipt(server: Server, platform: Platform): void {
  addRoute(server, getCaseReceiptRoute, async ({ params, request, reply }) => {
    const actor = requireActor(request, 'staff')
    const row = await requireOwnCase(platform.sql, actor, params.registrationId)
    const receivedAt = requireFound(paperReceivedAt(row), 'move-not-allowed')
    const office = requireFound(await findStandingOffice(platform.sql, row.officeId), 'not-found')
    const pdf = await renderPdf('receipt', toReceipt(row, office, actor, receivedAt))
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, {
        actor,
        action: 'receipt-printed',
        registrationId: row.registrationId,
        personId: row.personId,
        requestId: request.id,
      }),
    )
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'inline; filename="giay-tiep-nhan.pdf"')
      .send(pdf)
  })
}
