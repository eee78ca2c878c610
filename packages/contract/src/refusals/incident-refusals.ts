import { type Refusal, row } from './refusal.ts'

export const INCIDENT_REFUSALS = {
  'incident-dates': row(
    400,
    'Thời gian của sự cố chưa đúng.',
    'Bảo trì phải có giờ kết thúc sau giờ bắt đầu, dài nhất 60 ngày; sự cố bắt đầu không sớm hơn 7 ngày trước và không ở tương lai.',
    'The times are not right.',
    'Planned work needs an end after its beginning, 60 days at most; a trouble began within the last 7 days, not in the future.',
  ),
  'incident-words': row(
    400,
    'Thông báo chưa đủ tiêu đề và nội dung bằng cả hai thứ tiếng.',
    'Viết đủ tiếng Việt và tiếng Anh rồi gửi lại.',
    'Title and words are needed in both languages.',
    'Write them in Vietnamese and English and send again.',
  ),
  'incident-features': row(
    400,
    'Chưa chọn phần nào bị ảnh hưởng.',
    'Chọn ít nhất một phần của hệ thống.',
    'No part of the product was chosen.',
    'Choose at least one.',
  ),
  'incident-overlap': row(
    409,
    'Đang có một sự cố khác về cùng phần này.',
    'Nếu là cùng một việc, hãy cập nhật sự cố đang mở. Nếu là việc khác, đánh dấu “Công bố thêm bên cạnh” rồi gửi lại.',
    'Another incident about the same part is open.',
    'If it is the same trouble, add to the open one. If not, tick “announce beside it” and send again.',
  ),
  'incident-over': row(
    409,
    'Sự cố này đã khép lại.',
    'Nếu lại xảy ra, hãy mở một sự cố mới.',
    'This incident is over.',
    'If it happens again, open a new one.',
  ),
  'incident-moved-on': row(
    409,
    'Vừa có người khác cập nhật sự cố này.',
    'Tải lại, đọc cập nhật mới rồi viết tiếp.',
    'Somebody has just said more about this.',
    'Reload, read it, then go on.',
  ),
} as const satisfies Record<string, Refusal>
