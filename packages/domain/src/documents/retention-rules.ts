import type { Bilingual } from '../values/index.ts'
import type { Dated } from '../reference/index.ts'

export type RetentionCode =
  | 'draft'
  | 'returned-registration'
  | 'closed-registration'
  | 'id-photo'
  | 'portrait'
  | 'birth-certificate'
  | 'request-photo'
  | 'request-draft-photo'
  | 'ticket-photo'
  | 'ticket-contact'
  | 'one-time-code'
  | 'message-text'
  | 'form01-scan'
  | 'audit'
  | 'notice'
  | 'statement'
  | 'paper-code'
  | 'data-export'
  | 'fraud-trace'
  | 'roster-line'
  | 'chat'

/** How long one kind of thing is kept, counted from `startsAt`; `keep` null: as long as what it belongs to. */
export type RetentionRule = Dated & {
  readonly code: RetentionCode
  readonly keep: { readonly amount: number; readonly unit: 'hour' | 'day' | 'month' | 'year' } | null
  readonly startsAt: 'last-touch' | 'closing' | 'decision' | 'issue' | 'account-end' | 'final-delivery-state' | 'recording'
  /** `least`: never deleted earlier, archived after; `most`: gone by then, keys and backups included. */
  readonly bound: 'least' | 'most'
  readonly what: Bilingual
  readonly source: string
}

const DATA_LAW = 'Personal Data Protection Law 91/2025/QH15 (storage no longer than the purpose needs), Decree 356/2025/NĐ-CP'
const IN_FORCE = { validFrom: '2026-01-01', validTo: null } as const

/** One dated table for the nightly job and for the privacy screen; a changed duration is a new row, not an edit. */
export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    code: 'chat',
    keep: { amount: 30, unit: 'day' },
    startsAt: 'closing',
    bound: 'most',
    what: {
      vi: 'Nội dung trò chuyện với bàn hỗ trợ (phần cần thiết nằm trong phiếu hỗ trợ)',
      en: 'What was said in a chat with the support desk (what is needed of it is in the ticket)',
    },
    source: DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'fraud-trace',
    keep: { amount: 24, unit: 'month' },
    startsAt: 'recording',
    bound: 'most',
    what: {
      vi: 'Dấu vết mã hoá một chiều (điện thoại, thiết bị, địa chỉ) để phát hiện đăng ký giả mạo',
      en: 'Keyed hashes (phone, device, address) by which false registrations are found',
    },
    source: DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'draft',
    keep: { amount: 30, unit: 'day' },
    startsAt: 'last-touch',
    bound: 'most',
    what: { vi: 'Bản nháp đăng ký chưa gửi', en: 'Registration drafts that were not sent' },
    source: DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'returned-registration',
    keep: { amount: 90, unit: 'day' },
    startsAt: 'decision',
    bound: 'most',
    what: { vi: 'Hồ sơ bị trả lại chờ bổ sung', en: 'Registrations returned for completion' },
    source: DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'closed-registration',
    keep: { amount: 90, unit: 'day' },
    startsAt: 'closing',
    bound: 'most',
    what: { vi: 'Hồ sơ quá hạn, đã rút hoặc bị từ chối', en: 'Expired, withdrawn or refused registrations' },
    source: DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'id-photo',
    keep: { amount: 12, unit: 'month' },
    startsAt: 'decision',
    bound: 'most',
    what: { vi: 'Ảnh hai mặt giấy tờ tùy thân của hồ sơ được chấp nhận', en: 'Identity-paper photos of approved registrations' },
    source: DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'portrait',
    keep: null,
    startsAt: 'account-end',
    bound: 'most',
    what: { vi: 'Ảnh chân dung, trong thời gian tài khoản còn hoạt động', en: 'The portrait, while the account lives' },
    source: DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'birth-certificate',
    keep: { amount: 90, unit: 'day' },
    startsAt: 'decision',
    bound: 'most',
    what: { vi: 'Ảnh giấy khai sinh gửi để đăng ký trẻ phụ thuộc', en: 'Birth-certificate photos sent to enter a child' },
    source: DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'request-photo',
    keep: { amount: 12, unit: 'month' },
    startsAt: 'decision',
    bound: 'most',
    what: { vi: 'Ảnh giấy tờ gửi kèm yêu cầu điều chỉnh', en: 'Photos of papers sent with a request to adjust data' },
    source: DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'request-draft-photo',
    keep: { amount: 7, unit: 'day' },
    startsAt: 'last-touch',
    bound: 'most',
    what: { vi: 'Ảnh đã chụp cho một yêu cầu không được gửi', en: 'Photos taken for a request that was never sent' },
    source: DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'ticket-photo',
    keep: { amount: 90, unit: 'day' },
    startsAt: 'decision',
    bound: 'most',
    what: { vi: 'Ảnh gửi kèm phiếu hỗ trợ, sau khi đã trả lời', en: 'Photos sent along with a ticket, after its answer' },
    source: DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'ticket-contact',
    keep: { amount: 90, unit: 'day' },
    startsAt: 'decision',
    bound: 'most',
    what: { vi: 'Số liên hệ của người hỏi không đăng nhập', en: 'How to reach who asked without signing in' },
    source: DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'one-time-code',
    keep: { amount: 24, unit: 'hour' },
    startsAt: 'issue',
    bound: 'most',
    what: { vi: 'Mã xác thực một lần (chỉ lưu dạng băm)', en: 'One-time codes (hashed only)' },
    source: DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'message-text',
    keep: { amount: 24, unit: 'hour' },
    startsAt: 'final-delivery-state',
    bound: 'most',
    what: { vi: 'Nội dung tin nhắn có mật khẩu, đến khi gửi xong', en: 'Text of a message with a password, until it is delivered' },
    source: DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'form01-scan',
    keep: { amount: 10, unit: 'year' },
    startsAt: 'decision',
    bound: 'least',
    what: { vi: 'Bản chụp Tờ khai Mẫu số 01 đã ký', en: 'Scans of signed Forms 01' },
    source: 'Law on Archives 33/2024/QH15; default until the archive schedule of the office is entered',
    ...IN_FORCE,
  },
  {
    code: 'audit',
    keep: { amount: 12, unit: 'month' },
    startsAt: 'recording',
    bound: 'least',
    what: { vi: 'Nhật ký ai đã xem hoặc sửa dữ liệu', en: 'The record of who saw or changed data' },
    source: 'Cybersecurity Law 116/2025/QH15, Decree 331/2026/NĐ-CP: logs of at least 12 months',
    ...IN_FORCE,
  },
  {
    code: 'notice',
    keep: { amount: 24, unit: 'month' },
    startsAt: 'recording',
    bound: 'most',
    what: { vi: 'Tin trong hộp thư của ứng dụng', en: 'Messages in the inbox of the app' },
    source: DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'statement',
    keep: { amount: 60, unit: 'month' },
    startsAt: 'issue',
    bound: 'most',
    what: {
      vi: 'Nội dung giấy xác nhận, thông báo và sổ điện tử đã cấp (mã kiểm tra còn lại, không kèm nội dung)',
      en: 'What issued letters, notices and books say (the check code stays, without content)',
    },
    source: DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'roster-line',
    keep: { amount: 12, unit: 'month' },
    startsAt: 'closing',
    bound: 'most',
    what: {
      vi: 'Tên bạn trong danh sách người lao động của đơn vị, sau ngày bạn thôi làm ở đó',
      en: 'Your line in an employer’s list, after the day you left it',
    },
    // Within a year somebody may still claim before a court that the employer dealt wrongly with them, and the line says what it did.
    source: 'Labour Code 45/2019/QH14 art. 190.3 (one year to bring an individual labour dispute before a court); ' + DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'paper-code',
    keep: { amount: 24, unit: 'month' },
    startsAt: 'issue',
    bound: 'most',
    what: {
      vi: 'Mã kiểm tra của thẻ BHYT bản in và giấy tiếp nhận (chữ viết tắt của tên, ngày, cơ quan)',
      en: 'Check codes of printed health cards and of receipts (initials, day, office)',
    },
    source: DATA_LAW,
    ...IN_FORCE,
  },
  {
    code: 'data-export',
    keep: { amount: 7, unit: 'day' },
    startsAt: 'issue',
    bound: 'most',
    what: { vi: 'Bản sao dữ liệu bạn đã yêu cầu, chờ tải về', en: 'The copy of your data that you asked for, ready to be fetched' },
    source: DATA_LAW,
    ...IN_FORCE,
  },
]
