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
} as const satisfies Record<string, Refusal>
