import { type Refusal, row } from './refusal.ts'

export const RECOVERY_REFUSALS = {
  'person-unknown': row(
    404,
    'Không tìm thấy người có số này.',
    'Gõ lại mã số BHXH (10 chữ số) hoặc số định danh (12 chữ số) như trên giấy tờ.',
    'Nobody has this number.',
    'Type the insurance number (10 digits) or the 12-digit id again as it stands on the document.',
  ),
  'account-unknown': row(
    404,
    'Người này chưa có tài khoản giao dịch điện tử.',
    'Hướng dẫn đăng ký giao dịch điện tử; mã chỉ cấp cho tài khoản đã có.',
    'This person has no account yet.',
    'Guide them to register; a code is for an account that exists.',
  ),
  'account-closed': row(
    409,
    'Tài khoản đang tạm giữ hoặc đã ngừng nên không cấp mã được.',
    'Đang tạm giữ: chuyển phụ trách xem. Đã ngừng: đăng ký mới như lần đầu.',
    'The account is on hold or stopped, so no code can be given.',
    'On hold: pass it to a supervisor. Stopped: register anew.',
  ),
  'original-not-checked': row(
    400,
    'Chưa đánh dấu đã đối chiếu bản chính giấy tờ tùy thân.',
    'Xem bản chính, so ảnh với người đang đứng ở quầy, rồi đánh dấu.',
    'The original identity document is not marked as checked.',
    'Look at the original, compare the photo with the person at the counter, then tick.',
  ),
  'note-missing': row(
    400,
    'Lý do khác cần một câu giải thích.',
    'Viết ngắn gọn vì sao cấp mã.',
    'Another reason needs a sentence.',
    'Write briefly why the code is given.',
  ),
  'email-link-run-out': row(
    401,
    'Đường dẫn hoặc ngày sinh không đúng, hoặc đường dẫn đã dùng hay quá 30 phút.',
    'Kiểm tra ngày sinh như trên giấy tờ; nếu vẫn không được, yêu cầu đường dẫn mới.',
    'The link or the birth date is not right, or the link was used or is older than 30 minutes.',
    'Check the birth date as on your papers; if it still fails, ask for a new link.',
  ),
  'contact-email-shape': row(
    400,
    'Địa chỉ thư điện tử không đúng.',
    'Kiểm tra lại: phần trước @, dấu @ và tên miền, ví dụ ten@congty.vn.',
    'The e-mail address is not right.',
    'Check it: a name, an @ and a domain.',
  ),
  'contact-same': row(
    400,
    'Đây đang là thông tin liên lạc của bạn.',
    'Nhập số hoặc địa chỉ mới, hoặc quay lại nếu không cần đổi.',
    'This is what is on file already.',
    'Enter another one, or go back if nothing is to change.',
  ),
  'contact-change-open': row(
    409,
    'Đang có một thay đổi liên lạc chờ đủ 24 giờ.',
    'Đợi thay đổi đó có hiệu lực, hoặc huỷ nó rồi làm lại.',
    'A change of contact is waiting for its 24 hours.',
    'Wait until it holds, or cancel it and start again.',
  ),
  'objection-code-wrong': row(
    401,
    'Số hoặc mã huỷ không đúng, hoặc thay đổi đó không còn chờ.',
    'Gõ lại mã trong tin nhắn báo thay đổi. Lo ngại có người vào tài khoản? Gọi tổng đài hoặc tới cơ quan BHXH.',
    'The number or the code is not right, or the change no longer waits.',
    'Type the code from the message again. If you fear somebody is in your account, call the hotline or visit the office.',
  ),
} as const satisfies Record<string, Refusal>
