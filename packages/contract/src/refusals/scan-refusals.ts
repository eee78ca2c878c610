import { type Refusal, row } from './refusal.ts'

/** A code that opens no case at the counter is named for what it is. */
export const SCAN_REFUSALS = {
  'two-facts-needed': row(
    400,
    'Cần ít nhất hai trong bốn thông tin: họ tên, ngày sinh, 4 số cuối điện thoại, 4 số cuối giấy tờ.',
    'Hỏi người đang đứng ở quầy thêm một thông tin rồi tìm lại.',
    'At least two of four facts are needed: name, birth date, last 4 digits of the phone, last 4 of the document.',
    'Ask the person at the counter for one more, then search again.',
  ),
  'scan-half': row(
    400,
    'Máy quét mới đọc được một phần của mã.',
    'Giữ máy quét yên trên mã và quét lại, hoặc gõ mã 10 ký tự in dưới mã QR.',
    'Only a part of the code was read.',
    'Hold the scanner still and scan again, or type the ten characters printed below the QR.',
  ),
  'scan-id-card': row(
    409,
    'Đây là mã QR của thẻ căn cước, không phải mã tờ khai.',
    'Tìm người này ở “Họ đang đứng đây”, hoặc quét mã trên tờ khai.',
    'This is the QR of an identity card, not of a form.',
    'Look for the person under “They stand here”, or scan the form.',
  ),
  'scan-request': row(
    409,
    'Đây là số của một yêu cầu sửa hoặc ngừng, không phải tờ khai đăng ký.',
    'Mở ở bàn “Yêu cầu sửa”.',
    'This is the number of a request, not of a registration.',
    'Open it at the desk of requests.',
  ),
  'scan-batch': row(
    409,
    'Đây là mã của bảng kê nộp theo đơn vị, không phải của một tờ khai.',
    'Mở bảng kê ở phần nhận theo đơn vị, hoặc quét từng tờ khai.',
    'This is the code of an employer’s batch, not of one form.',
    'Open the batch, or scan each form.',
  ),
  'scan-statement': row(
    409,
    'Đây là mã của giấy xác nhận đã cấp, không phải tờ khai đăng ký.',
    'Kiểm tra giấy này ở trang “Kiểm tra giấy xác nhận”.',
    'This is the code of an issued statement, not of a form.',
    'Check it on the page “Check a statement”.',
  ),
  'scan-health-card': row(
    409,
    'Đây là mã của thẻ bảo hiểm y tế, không phải tờ khai đăng ký.',
    'Quét mã trên tờ khai, hoặc tìm người này ở “Họ đang đứng đây”.',
    'This is the code of a health card, not of a form.',
    'Scan the form, or look for the person under “They stand here”.',
  ),
  'scan-person-number': row(
    409,
    'Đây là số của một người (mã số BHXH hoặc số định danh), không phải mã tờ khai.',
    'Tìm người này ở “Họ đang đứng đây” với số này và thêm một thông tin nữa.',
    'This is the number of a person, not of a form.',
    'Look for the person under “They stand here” with this number and one more fact.',
  ),
} as const satisfies Record<string, Refusal>
