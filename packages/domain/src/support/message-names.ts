import type { Bilingual } from '../values/index.ts'

const named = (vi: string, en: string): Bilingual => ({ vi, en })

/** What a helper calls a message. What a message of another kind holds is nobody's business: it is told as a message. */
const MESSAGE_NAMES: Readonly<Record<string, Bilingual>> = {
  'one-time-code': named('mã xác nhận', 'confirmation code'),
  submitted: named('báo đã gửi đăng ký', 'notice that the registration was sent'),
  received: named('báo đã nhận tờ khai', 'notice that the form was received'),
  approved: named('mật khẩu lần đầu', 'first password'),
  'first-password': named('mật khẩu lần đầu (gửi lại)', 'first password (sent again)'),
  returned: named('báo trả hồ sơ để bổ sung', 'notice that the registration was returned'),
  refused: named('báo không chấp nhận đăng ký', 'notice of refusal'),
  reminder: named('nhắc hạn nộp tờ khai', 'reminder of the due date'),
  'deadline-moved': named('báo dời hạn nộp', 'notice of a moved due date'),
  expired: named('báo quá hạn nộp', 'notice that the time ran out'),
  'closed-by-other': named('báo hồ sơ khác đã được duyệt', 'notice that another registration was approved'),
  'account-touched': named('báo có thay đổi ở tài khoản', 'notice of a change of the account'),
  'password-set': named('báo đã đặt mật khẩu', 'notice of a new password'),
  'email-link': named('đường dẫn đặt lại mật khẩu', 'password link'),
  'email-code': named('mã xác nhận thư điện tử', 'e-mail confirmation code'),
  'number-asked': named('mã số BHXH được hỏi', 'insurance number that was asked for'),
  'password-set-by-email': named('báo đã đặt mật khẩu qua thư', 'notice of a password set by e-mail'),
  'passkey-added': named('báo có khoá đăng nhập mới', 'notice of a new passkey'),
  'new-device': named('báo đăng nhập từ thiết bị mới', 'notice of a new device'),
  'device-disavowed': named('báo đã đăng xuất thiết bị lạ', 'notice that a strange device was signed out'),
  'contact-change-waits': named('báo đổi liên lạc đang chờ', 'notice of a waiting change of contact'),
  'contact-change-arrives': named('báo liên lạc mới sắp dùng', 'notice to the new contact'),
  'contact-change-cancelled': named('báo hủy đổi liên lạc', 'notice that a change of contact was cancelled'),
  'contact-changed': named('báo đã đổi liên lạc', 'notice of the changed contact'),
  'counter-code-issued': named('báo đã cấp mã tại quầy', 'notice of a code given at the counter'),
  'correction-decided': named('báo kết quả yêu cầu điều chỉnh', 'notice of a decided request'),
  'correction-asks': named('báo cần bổ sung yêu cầu', 'notice that a request needs an addition'),
  'account-held': named('báo tài khoản tạm giữ', 'notice of a held account'),
  'account-released': named('báo tài khoản mở lại', 'notice of a released account'),
  'account-stopped': named('báo tài khoản đã ngừng', 'notice of a stopped account'),
}
const OTHER = named('tin của hệ thống', 'message of the system')
/** Which of these there are is itself a matter of health: not told at all. */
const UNTOLD: ReadonlySet<string> = new Set(['visit-recorded'])

export const nameMessage = (event: string): Bilingual | null => (UNTOLD.has(event) ? null : (MESSAGE_NAMES[event] ?? OTHER))
