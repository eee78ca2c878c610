import { type Refusal, row } from './refusal.ts'

export const STATEMENT_REFUSALS = {
  'statement-code-length': row(
    400,
    'Mã giấy xác nhận có 12 ký tự.',
    'Xem lại mã in dưới ô QR trên giấy.',
    'The code of a statement has 12 characters.',
    'Check the code printed under the QR.',
  ),
  'statement-code-character': row(
    400,
    'Mã giấy xác nhận có ký tự không dùng.',
    'Mã không có chữ I, L, O, U; xem lại trên giấy.',
    'The code has a character that is not used.',
    'Codes have no I, L, O, U; check the paper.',
  ),
  'statement-code-check': row(
    400,
    'Mã giấy xác nhận bị gõ nhầm một ký tự.',
    'Đối chiếu lại từng ký tự với mã in trên giấy.',
    'One character of the code is mistyped.',
    'Compare each character with the paper.',
  ),
  'statement-field': row(
    400,
    'Loại giấy này không có nội dung đã chọn.',
    'Chọn lại nội dung trong danh sách.',
    'This kind of statement does not have what was chosen.',
    'Choose again from the list.',
  ),
  'statement-fields-missing': row(
    400,
    'Chưa chọn nội dung nào để xác nhận.',
    'Đánh dấu ít nhất một nội dung ngoài họ tên, ngày sinh và mã số.',
    'Nothing to confirm was chosen.',
    'Tick at least one item besides name, birth date and number.',
  ),
  'statement-year': row(
    400,
    'Năm này không có thời gian tham gia nào.',
    'Chọn một năm trong danh sách.',
    'There is no participation in this year.',
    'Choose a year from the list.',
  ),
  'statement-validity': row(
    400,
    'Chưa chọn thời hạn của giấy xác nhận.',
    'Chọn 30, 90 hoặc 180 ngày.',
    'The validity of the letter is missing.',
    'Choose 30, 90 or 180 days.',
  ),
  'statement-withdrawn': row(
    409,
    'Giấy này đã được thu hồi.',
    'Lập giấy mới nếu bạn cần.',
    'This statement was withdrawn.',
    'Make a new one if you need it.',
  ),
} as const satisfies Record<string, Refusal>
