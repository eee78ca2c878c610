import { type Refusal, row } from './refusal.ts'

export const CLOSURE_REFUSALS = {
  'closure-dates': row(
    400,
    'Ngày đóng cửa chưa đúng.',
    'Chọn ngày cuối không trước ngày đầu, nhiều nhất 60 ngày, bắt đầu không sớm hơn 14 ngày trước và không muộn hơn 1 năm nữa.',
    'The days of the closure are not right.',
    'Choose an end not before the beginning, 60 days at most, starting at most 14 days ago and within a year.',
  ),
  'closure-outside-area': row(
    409,
    'Có cơ quan không thuộc phạm vi bạn phụ trách.',
    'Bỏ cơ quan đó khỏi danh sách, hoặc nhờ phụ trách của cơ quan ấy thực hiện.',
    'An office is outside your area.',
    'Leave it out, or ask the supervisor of that office.',
  ),
  'closure-undone': row(
    409,
    'Đợt đóng cửa này đã được hủy.',
    'Tải lại để xem trạng thái mới nhất.',
    'This closure was already taken back.',
    'Reload to see how it stands.',
  ),
} as const satisfies Record<string, Refusal>
