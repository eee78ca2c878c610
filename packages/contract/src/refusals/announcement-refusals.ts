import { type Refusal, row } from './refusal.ts'

export const ANNOUNCEMENT_REFUSALS = {
  'announcement-words': row(
    400,
    'Thông báo chưa đủ tiêu đề và nội dung bằng cả hai thứ tiếng.',
    'Viết đủ tiếng Việt và tiếng Anh rồi gửi lại.',
    'Title and words are needed in both languages.',
    'Write them in Vietnamese and English and send again.',
  ),
  'announcement-link': row(
    400,
    'Thông báo không được có đường dẫn hay địa chỉ trang web.',
    'Viết tên mục trong ứng dụng thay cho đường dẫn. Tin của chúng tôi không bao giờ có đường dẫn, để người dân nhận ra tin giả.',
    'An announcement carries no link and no web address.',
    'Name the place in the app instead: our messages never have links, so that people know the false ones.',
  ),
  'announcement-secret': row(
    400,
    'Thông báo đang yêu cầu người đọc đưa mật khẩu hoặc mã.',
    'Bỏ câu đó đi: chúng tôi không bao giờ hỏi mật khẩu hay mã xác nhận.',
    'The announcement asks for a password or a code.',
    'Leave that sentence out: we never ask for either.',
  ),
  'announcement-segment': row(
    400,
    'Chưa rõ gửi tới ai, hoặc nơi đó ngoài phạm vi của bạn.',
    'Kiểm tra lại cơ quan, mã xã phường hoặc mã đơn vị.',
    'It is not clear whom this is for, or they are outside your area.',
    'Check the office, the code of the ward or of the employer.',
  ),
  'announcement-nobody': row(
    409,
    'Không có ai để gửi: chưa ai ở đó có tài khoản.',
    'Chọn phạm vi rộng hơn.',
    'There is nobody to tell: none of them has an account.',
    'Choose a wider segment.',
  ),
  'announcement-decided': row(
    409,
    'Thông báo này đã được quyết định.',
    'Tải lại để xem trạng thái mới nhất.',
    'This announcement was already decided.',
    'Reload to see how it stands.',
  ),
  'announcement-no-inbox': row(
    409,
    'Bạn chưa có tài khoản công dân gắn với tài khoản cán bộ.',
    'Xem hình mẫu trên màn hình, hoặc nhờ đồng nghiệp có tài khoản gửi thử.',
    'No account of a citizen belongs to your staff account.',
    'Look at the picture on the screen, or ask a colleague who has one.',
  ),
  'four-eyes': row(
    403,
    'Người đề nghị không tự duyệt được.',
    'Nhờ một người khác xem và duyệt.',
    'Whoever asked for it cannot approve it.',
    'Ask somebody else to look at it.',
  ),
} as const satisfies Record<string, Refusal>
