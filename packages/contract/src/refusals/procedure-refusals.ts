import { type Refusal, row } from './refusal.ts'

export const PROCEDURE_REFUSALS = {
  'line-unknown': row(
    404,
    'Không tìm thấy dòng này trong dữ liệu của bạn.',
    'Mở lại trang có dòng đó và bấm “Dòng này sai” lần nữa; dòng có thể vừa được sửa.',
    'This line was not found in your data.',
    'Open the page with the line again and press “This is wrong” once more; the line may just have been corrected.',
  ),
  'correction-empty': row(
    400,
    'Chưa nói rõ sai ở đâu.',
    'Viết một câu, hoặc điền giá trị đúng vào ít nhất một ô.',
    'It is not yet said what is wrong.',
    'Write a sentence, or fill the right value into at least one field.',
  ),
  'correction-open-already': row(
    409,
    'Bạn đã báo dòng này và cơ quan BHXH đang xử lý.',
    'Xem tại “Yêu cầu của tôi”; muốn nói khác đi thì rút yêu cầu cũ rồi gửi lại.',
    'You have reported this line already and the office is working on it.',
    'See “My requests”; to say something else, withdraw the earlier request and send again.',
  ),
  'correction-closed': row(
    409,
    'Yêu cầu này đã xong, không rút được nữa.',
    'Nếu chưa đồng ý với kết quả, hãy gửi yêu cầu mới hoặc gọi cơ quan BHXH.',
    'This request is finished and cannot be withdrawn any more.',
    'If you do not agree with the outcome, send a new request or call the office.',
  ),
} as const satisfies Record<string, Refusal>
