import { civilDateIn, formatDateEn, formatDateVi, REGISTRATION_STATES, same, toInitials } from '@an-sinh/domain'
import type { CheckData, ReceiptData } from '../documents/index.ts'
import { makePaperCode } from '../paper-codes/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
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

type Reception = { row: SubmittedRegistration; office: OfficeRow; actor: StaffActor; receivedAt: Date }

const toReceipt = ({ row, office, actor, receivedAt }: Reception, check: CheckData): ReceiptData => ({
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
  check,
})

/** The receipt for a paper that was taken in, with a code by which anybody checks it: initials, office and day are told there. Printed again it has the same code. */
export async function writeReceipt(platform: Platform, reception: Reception): Promise<ReceiptData> {
  const { row, office, receivedAt } = reception
  const on = civilDateIn(receivedAt.getTime())
  const { check } = await makePaperCode(platform, platform.sql, {
    kind: 'receipt',
    paper: `${row.registrationId}/${receivedAt.toISOString()}`,
    validUntil: null,
    content: {
      subject: null,
      shared: [
        { label: { vi: 'Người nộp, viết tắt', en: 'Handed in by, initials' }, value: same(toInitials(row.declared.fullName)) },
        { label: { vi: 'Cơ quan BHXH', en: 'Office' }, value: same(office.name) },
        { label: { vi: 'Ngày nhận', en: 'Received on' }, value: { vi: formatDateVi(on), en: formatDateEn(on) } },
      ],
    },
  })
  return toReceipt(reception, check)
}
