import type { AccessRow } from './audit-queries.ts'

type Words = { vi: string; en: string }

/** What the person reads for each action. An action not listed is told as a change, so that nothing is hidden for want of a sentence. */
const ACTIONS: Readonly<Record<string, Words>> = {
  'signed-in': { vi: 'Đăng nhập', en: 'Signed in' },
  'signed-in-by-passkey': { vi: 'Đăng nhập bằng khoá của máy', en: 'Signed in by a passkey' },
  'passkey-added': { vi: 'Thêm một khoá đăng nhập', en: 'Added a passkey' },
  'passkey-removed': { vi: 'Xoá một khoá đăng nhập', en: 'Removed a passkey' },
  'signed-out': { vi: 'Đăng xuất', en: 'Signed out' },
  'first-signed-in': { vi: 'Đăng nhập lần đầu và đặt mật khẩu', en: 'Signed in for the first time and set a password' },
  'password-changed': { vi: 'Đổi mật khẩu', en: 'Changed the password' },
  'device-ended': { vi: 'Đăng xuất một thiết bị khác', en: 'Signed another device out' },
  'device-disavowed': { vi: 'Báo “Không phải tôi” với một thiết bị', en: 'Said “not me” to a device' },
  'account-looked-up': { vi: 'Tra tài khoản của bạn tại quầy', en: 'Looked your account up at the counter' },
  'contact-change-asked': { vi: 'Xin đổi số điện thoại hoặc thư điện tử', en: 'Asked for another phone or e-mail address' },
  'contact-change-proved': { vi: 'Xác nhận đổi liên lạc ở cả hai phía', en: 'Confirmed the change of contact on both sides' },
  'contact-change-cancelled': { vi: 'Hủy đổi liên lạc', en: 'Cancelled the change of contact' },
  'contact-change-objected': { vi: 'Báo “Không phải tôi” với việc đổi liên lạc', en: 'Said “not me” to a change of contact' },
  'contact-changed': { vi: 'Đổi số điện thoại hoặc thư điện tử', en: 'Changed the phone or e-mail address' },
  'counter-code-issued': { vi: 'Cấp mã kích hoạt tại quầy', en: 'Gave an activation code at the counter' },
  'password-replaced': { vi: 'Đặt lại mật khẩu', en: 'Set a new password' },
  'first-password-proved': { vi: 'Nhập đúng mật khẩu lần đầu', en: 'Entered the first password' },
  'first-password-reissued': { vi: 'Yêu cầu gửi lại mật khẩu lần đầu', en: 'Asked for a new first password' },
  'email-link-sent': { vi: 'Gửi đường dẫn đặt lại mật khẩu tới thư điện tử của bạn', en: 'Sent a password link to your e-mail address' },
  'email-link-opened': { vi: 'Mở đường dẫn trong thư điện tử, đúng ngày sinh', en: 'Opened the link from the e-mail with the birth date' },
  'registration-start': { vi: 'Bắt đầu bản đăng ký', en: 'Started a registration' },
  'registration-deadline-moved': { vi: 'Hạn nộp tờ khai được dời', en: 'The due date was moved' },
  'registration-submit': { vi: 'Gửi bản đăng ký', en: 'Sent the registration' },
  'registration-prepare-form': { vi: 'Lập Tờ khai Mẫu số 01', en: 'Prepared Form 01' },
  'registration-receive': { vi: 'Nhận Tờ khai tại quầy', en: 'Received the form at the counter' },
  'registration-second-check': { vi: 'Chuyển người thứ hai kiểm tra', en: 'Passed to a second person for checking' },
  'registration-approve': { vi: 'Duyệt đăng ký', en: 'Approved the registration' },
  'registration-return': { vi: 'Trả lại hồ sơ để bổ sung', en: 'Returned the registration for completion' },
  'registration-refuse': { vi: 'Từ chối đăng ký', en: 'Refused the registration' },
  'registration-expire': { vi: 'Hồ sơ hết hạn', en: 'The registration expired' },
  'registration-withdraw': { vi: 'Rút hồ sơ', en: 'Withdrew the registration' },
  'registration-reopen': { vi: 'Mở lại hồ sơ', en: 'Reopened the registration' },
  'registration-extend': { vi: 'Gia hạn nộp Tờ khai', en: 'Extended the deadline' },
  'registration-change-office': { vi: 'Đổi cơ quan BHXH tiếp nhận', en: 'Changed the office' },
  'registration-correct': { vi: 'Sửa thông tin đăng ký', en: 'Corrected the registration' },
  'registration-send-to-fraud-review': { vi: 'Chuyển xác minh', en: 'Sent to verification' },
  'registration-pass-fraud-review': { vi: 'Xác minh xong, tiếp tục xử lý', en: 'Verification passed' },
  'registration-refuse-fraud': { vi: 'Từ chối sau xác minh', en: 'Refused after verification' },
  'registration-activate': { vi: 'Kích hoạt tài khoản', en: 'Activated the account' },
  'registration-undo-decision': { vi: 'Hoàn tác quyết định', en: 'Took back the decision' },
  'registration-erased': { vi: 'Xoá hồ sơ hết thời gian lưu', en: 'Erased the registration after its time' },
  'registration-opened': {
    vi: 'Mở lại hồ sơ bằng mã tờ khai và mã gửi tới điện thoại',
    en: 'Opened the registration with form code and phone code',
  },
  'phone-proved': { vi: 'Xác nhận số điện thoại', en: 'Confirmed the phone number' },
  'privacy-text-read': { vi: 'Xem trang “Dữ liệu của bạn”', en: 'Read the page “Your data”' },
  'photo-stored': { vi: 'Gửi ảnh', en: 'Sent a photo' },
  'photo-handoff-made': { vi: 'Chuyển bước chụp ảnh sang điện thoại', en: 'Handed the photo step to a phone' },
  'photo-handoff-taken': { vi: 'Nhận bước chụp ảnh trên điện thoại', en: 'Took the photo step over on a phone' },
  'id-photos-erased': { vi: 'Xoá ảnh giấy tờ hết thời gian lưu', en: 'Erased the ID photos after their time' },
  'case-read': { vi: 'Mở xem hồ sơ đăng ký', en: 'Opened the registration' },
  'person-compared': { vi: 'Đối chiếu dữ liệu của bạn với một hồ sơ đăng ký', en: 'Compared your data with a registration' },
  'person-found': { vi: 'Tìm thấy tên của bạn khi tra cứu', en: 'Found your name in a search of the register' },
  'photo-read': { vi: 'Xem ảnh trong hồ sơ', en: 'Looked at a photo of the registration' },
  'queue-read': { vi: 'Xem danh sách hồ sơ', en: 'Looked at the list of registrations' },
  'receipt-printed': { vi: 'In giấy tiếp nhận', en: 'Printed the receipt' },
  'participation-correction-recorded': { vi: 'Sửa một dòng quá trình tham gia', en: 'Corrected a line of participation' },
  'participation-change-recorded': { vi: 'Ghi một thay đổi trong quá trình tham gia', en: 'Recorded a change of participation' },
  'account-opened': { vi: 'Cấp tài khoản', en: 'Opened the account' },
  'account-renewed': { vi: 'Cấp lại tài khoản: số điện thoại và mật khẩu mới', en: 'Renewed the account: new phone and password' },
  'correction-sent': { vi: 'Gửi yêu cầu sửa một dòng dữ liệu', en: 'Asked to have a line of the data corrected' },
  'correction-withdrawn': { vi: 'Rút yêu cầu sửa dữ liệu', en: 'Withdrew a request for correction' },
  'statement-issued': { vi: 'Lập giấy xác nhận', en: 'Issued a statement' },
  'statement-withdrawn': { vi: 'Thu hồi giấy xác nhận', en: 'Withdrew a statement' },
  'represented-card-read': { vi: 'Xem thẻ BHYT thay bạn', en: 'Looked at the health card for you' },
  'represented-participation-read': { vi: 'Xem quá trình tham gia thay bạn', en: 'Looked at the participation for you' },
  'represented-benefits-read': { vi: 'Xem các khoản hưởng thay bạn', en: 'Looked at the benefits for you' },
  'represented-medical-book-read': { vi: 'Xem sổ khám chữa bệnh thay bạn', en: 'Looked at the medical book for you' },
  'representation-ended': { vi: 'Chấm dứt quyền xem thay', en: 'Ended the right to look for somebody' },
  'representation-run-out': { vi: 'Uỷ quyền xem dữ liệu hết hạn', en: 'A mandate to look ran out' },
  'representation-came-of-age': { vi: 'Quyền xem của cha mẹ, người giám hộ hết vì đủ 18 tuổi', en: 'The guardian’s right ended at 18' },
  'dependant-requested': { vi: 'Khai một trẻ phụ thuộc', en: 'Declared a child' },
  'dependant-sent': { vi: 'Gửi giấy khai sinh của trẻ phụ thuộc', en: 'Sent a child’s birth certificate' },
  'dependant-withdrawn': { vi: 'Rút yêu cầu về trẻ phụ thuộc', en: 'Withdrew the request about a child' },
  'dependant-case-read': { vi: 'Mở xem yêu cầu về trẻ phụ thuộc', en: 'Opened the request about a child' },
  'dependant-compared': { vi: 'Đối chiếu dữ liệu với một yêu cầu về trẻ phụ thuộc', en: 'Compared the data with a request about a child' },
  'dependant-queue-read': { vi: 'Xem danh sách yêu cầu về trẻ phụ thuộc', en: 'Looked at the list of requests about children' },
  'dependant-approve': { vi: 'Ghi nhận trẻ phụ thuộc', en: 'Entered the child' },
  'dependant-refuse': { vi: 'Từ chối yêu cầu về trẻ phụ thuộc', en: 'Refused the request about a child' },
  'certificate-read': { vi: 'Xem ảnh giấy khai sinh', en: 'Looked at the birth certificate' },
  'close-match-read': {
    vi: 'So dữ liệu của bạn với một dòng gần giống trong tệp nhập',
    en: 'Compared your data with a similar row of a file',
  },
  'close-match-decided': { vi: 'Quyết định một dòng gần giống có phải là bạn không', en: 'Decided whether a similar row of a file is you' },
  'decision-released': { vi: 'Quyết định có hiệu lực', en: 'The decision took effect' },
}
const OTHER: Words = { vi: 'Thay đổi dữ liệu', en: 'Changed data' }

const ACTORS: Readonly<Record<string, Words>> = {
  citizen: { vi: 'Chính bạn', en: 'Yourself' },
  applicant: { vi: 'Người nộp hồ sơ trên mạng', en: 'The online applicant' },
  anonymous: { vi: 'Người dùng chưa đăng nhập', en: 'Somebody not signed in' },
  system: { vi: 'Hệ thống', en: 'The system' },
  staff: { vi: 'Cán bộ BHXH', en: 'Social-insurance staff' },
}

/** Who and what in the language asked for. Staff are named, as on paper; so is who looked for the person. */
export function describeAccess(row: AccessRow, acceptLanguage: string | undefined): { who: string; action: string } {
  const language = /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'vi'
  return {
    who: row.staffName ?? row.readerName ?? ACTORS[row.actorKind]?.[language] ?? row.actorKind,
    action: (ACTIONS[row.action] ?? OTHER)[language],
  }
}

/** For the test that every action written anywhere has its sentence. */
export const DESCRIBED_ACTIONS: readonly string[] = Object.keys(ACTIONS)
