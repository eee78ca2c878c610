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
  // A person's own data: copies, consents, requests under the data law.
  'export-not-ready': row(
    409,
    'Bản sao này chưa làm xong.',
    'Chờ ít phút rồi mở lại trang “Dữ liệu của tôi”.',
    'This copy is not finished yet.',
    'Wait a few minutes and open “My data” again.',
  ),
  'export-erased': row(
    409,
    'Tệp này đã bị xoá sau 7 ngày.',
    'Hãy yêu cầu bản sao mới.',
    'This file was deleted after 7 days.',
    'Ask for a new copy.',
  ),
  'export-open-already': row(
    409,
    'Đang có một bản sao được làm.',
    'Chờ bản đó xong; tiến độ hiện trên trang này.',
    'A copy is being made already.',
    'Wait until it is finished; this page shows how far it is.',
  ),
  'consent-text-changed': row(
    409,
    'Nội dung xin đồng ý vừa thay đổi.',
    'Tải lại trang, đọc nội dung mới rồi quyết định.',
    'The wording that is asked for has changed.',
    'Load the page again, read the new wording and decide then.',
  ),
  'data-request-closed': row(
    409,
    'Yêu cầu này đã xong, không rút được nữa.',
    'Nếu chưa đồng ý với kết quả, hãy gửi yêu cầu mới hoặc gọi cơ quan BHXH.',
    'This request is finished and cannot be withdrawn any more.',
    'If you do not agree with the outcome, send a new request or call the office.',
  ),
  'data-request-open-already': row(
    409,
    'Bạn đã gửi yêu cầu loại này và cơ quan BHXH đang xử lý.',
    'Xem tại “Yêu cầu về dữ liệu”; muốn nói khác đi thì rút yêu cầu cũ rồi gửi lại.',
    'You have sent a request of this kind already and the office is working on it.',
    'See “Requests about data”; to say something else, withdraw the earlier request and send again.',
  ),
} as const satisfies Record<string, Refusal>
