import { type Refusal, row } from './refusal.ts'

export const PROBLEM_REPORT_REFUSALS = {
  'report-words': row(400, 'Chưa viết nội dung.', 'Viết vài lời rồi gửi lại.', 'Nothing is written.', 'Write some words and send again.'),
  'report-category': row(
    400,
    'Loại vướng mắc này không có trong danh mục.',
    'Chọn một loại trong danh sách.',
    'This kind of problem is not in the list.',
    'Choose one from the list.',
  ),
  'report-employer': row(
    404,
    'Không tìm thấy đơn vị có mã này.',
    'Xem lại mã đơn vị, ví dụ TZ0001Z.',
    'There is no employer of this code.',
    'Look at the code again, for example TZ0001Z.',
  ),
  'report-changed': row(
    409,
    'Phản ánh vừa được người khác xử lý.',
    'Tải lại để xem mới nhất.',
    'Somebody else has just worked on this report.',
    'Reload to see how it stands.',
  ),
  'report-answered': row(
    409,
    'Phản ánh này đã được trả lời.',
    'Mở lại phản ánh nếu cần trả lời thêm.',
    'This report was answered already.',
    'Open it again to answer more.',
  ),
  'report-not-answered': row(
    409,
    'Phản ánh này chưa được trả lời.',
    'Chờ trả lời; hạn trả lời ghi trong phản ánh.',
    'This report is not answered yet.',
    'Wait for the answer; its time is told in the report.',
  ),
  'report-too-late': row(
    409,
    'Đã quá 30 ngày từ khi trả lời, không mở lại được.',
    'Gửi một phản ánh mới và nhắc số phản ánh cũ.',
    'More than 30 days have passed since the answer.',
    'Send a new report and name the number of this one.',
  ),
  'report-same-department': row(
    400,
    'Phản ánh đang ở phòng này.',
    'Chọn phòng khác để chuyển.',
    'The report is at this department already.',
    'Choose another one.',
  ),
} as const satisfies Record<string, Refusal>
