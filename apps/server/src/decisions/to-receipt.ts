import { formatDateVi, REGISTRATION_STATES } from '@an-sinh/domain'
import type { ReceiptData } from '../documents/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { OfficeRow } from '../reference/index.ts'
import type { SubmittedRegistration } from '../registrations/index.ts'

const instant = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** The receipt for a paper that was taken in. */
export const toReceipt = (row: SubmittedRegistration, office: OfficeRow, actor: StaffActor, receivedAt: Date): ReceiptData => ({
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
