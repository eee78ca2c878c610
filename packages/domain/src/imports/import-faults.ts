import { fault, type ImportFaultText } from './fault-text.ts'
import { ROSTER_FAULTS } from './roster-faults.ts'

/** The closed list of row faults of every import: each has a sentence and a way to mend the row. */
export const IMPORT_FAULTS = {
  missing: fault('Ô này phải có giá trị.', 'Điền giá trị vào ô.', 'This cell must not be empty.', 'Fill in the cell.'),
  'too-long': fault('Nội dung dài quá mức.', 'Rút ngắn nội dung trong ô.', 'The text is too long.', 'Shorten the text.'),
  'bad-character': fault(
    'Có ký tự ẩn, ký tự hỏng hoặc sai bảng mã.',
    'Gõ lại ô này và lưu tệp theo UTF-8.',
    'There is a hidden or broken character, or the wrong encoding.',
    'Type the cell again and save the file as UTF-8.',
  ),
  'not-a-name': fault(
    'Đây không phải họ và tên.',
    'Ghi họ, chữ đệm và tên bằng chữ, không có số.',
    'This is not a name.',
    'Write the full name in letters, without digits.',
  ),
  'not-an-insurance-number': fault(
    'Mã số BHXH phải có 10 chữ số.',
    'Đặt cột ở dạng văn bản để giữ số 0 đầu, rồi ghi đủ 10 chữ số.',
    'The insurance number has ten digits.',
    'Format the column as text so that leading zeros stay, and write all ten digits.',
  ),
  'not-a-national-id': fault(
    'Số định danh phải có 12 chữ số đúng quy tắc.',
    'Đặt cột ở dạng văn bản để giữ số 0 đầu, rồi ghi đủ 12 chữ số.',
    'The national id has twelve digits by rule.',
    'Format the column as text so that leading zeros stay, and write all twelve digits.',
  ),
  'lost-zeros': fault(
    'Số này có vẻ đã mất các số 0 ở đầu.',
    'Đặt cột ở dạng văn bản và ghi lại đủ chữ số.',
    'This number seems to have lost its leading zeros.',
    'Format the column as text and write all digits.',
  ),
  'not-a-date': fault(
    'Không đọc được ngày này.',
    'Ghi ngày theo dạng ngày/tháng/năm, ví dụ 05/03/1994.',
    'This date cannot be read.',
    'Write the date as day/month/year, for example 05/03/1994.',
  ),
  'not-a-month': fault(
    'Không đọc được tháng này.',
    'Ghi tháng theo dạng tháng/năm, ví dụ 03/2026.',
    'This month cannot be read.',
    'Write the month as month/year, for example 03/2026.',
  ),
  'not-a-number': fault(
    'Đây không phải là số.',
    'Chỉ ghi chữ số, không ghi đơn vị tính.',
    'This is not a number.',
    'Write digits only, without a unit.',
  ),
  'out-of-range': fault(
    'Giá trị nằm ngoài khoảng cho phép.',
    'Kiểm tra lại giá trị trong chứng từ gốc.',
    'The value is out of range.',
    'Check the value against the original paper.',
  ),
  'not-a-sex': fault('Giới tính phải là Nam hoặc Nữ.', 'Ghi Nam hoặc Nữ.', 'Sex is Nam or Nữ.', 'Write Nam or Nữ.'),
  'not-in-list': fault(
    'Giá trị không có trong danh mục.',
    'Chọn một giá trị trong danh mục của mẫu.',
    'The value is not in the list.',
    'Use a value of the list in the template.',
  ),
  'unknown-code': fault(
    'Mã này chưa có trong danh mục; dòng được giữ lại chờ.',
    'Bổ sung mã vào danh mục rồi đọc lại dòng này.',
    'This code is not in the list yet; the row waits.',
    'Add the code to the list and read the row again.',
  ),
  formula: fault(
    'Ô chứa công thức không có kết quả.',
    'Thay công thức bằng giá trị (Dán đặc biệt → Giá trị).',
    'The cell holds a formula without a result.',
    'Replace the formula by its value (Paste special → Values).',
  ),
  'row-too-short': fault(
    'Dòng thiếu cột hoặc bị cắt ngang.',
    'Xuất lại tệp từ phần mềm gốc.',
    'The row lacks columns or is cut off.',
    'Export the file again from its program.',
  ),
  'row-doubled': fault(
    'Dòng này trùng với một dòng trước.',
    'Xoá bớt một dòng.',
    'This row repeats an earlier one.',
    'Delete one of the two.',
  ),
  'person-unknown': fault(
    'Không có người nào mang mã số này.',
    'Kiểm tra lại mã số BHXH hoặc nhập người này trước.',
    'Nobody has this number.',
    'Check the insurance number or import the person first.',
  ),
  'person-differs': fault(
    'Họ tên hoặc ngày sinh khác với hồ sơ của mã số này.',
    'Đối chiếu với giấy tờ gốc rồi sửa dòng hoặc hồ sơ.',
    'Name or birth date differ from the register for this number.',
    'Compare with the original papers and correct the row or the register.',
  ),
  'person-dead': fault(
    'Người này đã được ghi nhận qua đời trước thời gian trong dòng.',
    'Kiểm tra lại mã số và thời gian.',
    'This person is recorded as deceased before the time of the row.',
    'Check number and time.',
  ),
  'outside-life': fault(
    'Thời gian nằm ngoài cuộc đời của người này.',
    'Kiểm tra lại tháng, năm và mã số.',
    'The time lies outside this person’s life.',
    'Check month, year and number.',
  ),
  'parts-differ': fault(
    'Số giá trị cách nhau bằng dấu chấm phẩy không khớp số thẻ trong dòng.',
    'Ghi mỗi ô một giá trị cho mỗi thẻ, hoặc một giá trị chung cho mọi thẻ.',
    'The values joined by semicolons do not fit the number of cards in the row.',
    'Write one value for each card in every cell, or one for all of them.',
  ),
  'number-taken': fault(
    'Số này đã thuộc về người khác.',
    'Kiểm tra lại số; nếu đúng, lập hồ sơ gộp hoặc tách mã số.',
    'This number belongs to somebody else.',
    'Check the number; if it is right, have the records merged or split.',
  ),
  'to-before-from': fault(
    'Thời điểm kết thúc trước thời điểm bắt đầu.',
    'Sửa lại một trong hai.',
    'The end lies before the beginning.',
    'Correct one of them.',
  ),
  'in-the-future': fault('Thời gian này chưa đến.', 'Kiểm tra lại tháng, năm.', 'This time has not come yet.', 'Check month and year.'),
  'sums-differ': fault(
    'Các phần cộng lại không bằng tổng.',
    'Kiểm tra lại các số tiền.',
    'The parts do not add up to the total.',
    'Check the amounts.',
  ),
  'visit-key-differs': fault(
    'Các phần của hồ sơ mang mã lượt khám (MA_LK) khác nhau.',
    'Xuất lại hồ sơ này từ phần mềm của cơ sở.',
    'The parts of this visit carry different keys (MA_LK).',
    'Export this visit again from the facility’s program.',
  ),
  'part-broken': fault(
    'Một phần XML của hồ sơ bị hỏng, bị cắt ngang hoặc sai mã hoá.',
    'Xuất lại hồ sơ này từ phần mềm của cơ sở.',
    'An XML part of this visit is broken, cut off or wrongly encoded.',
    'Export this visit again from the facility’s program.',
  ),
  'part-too-large': fault(
    'Một phần của hồ sơ lớn quá mức.',
    'Chia hồ sơ hoặc kiểm tra lại phần mềm xuất.',
    'A part of this visit is too large.',
    'Split the visit or check the exporting program.',
  ),
  'part-not-allowed': fault(
    'Phần XML có khai báo DOCTYPE hoặc thực thể ngoài; nội dung này không được đọc.',
    'Xuất lại hồ sơ không kèm DOCTYPE.',
    'The XML part has a DOCTYPE or external entities; it is not read.',
    'Export the visit without a DOCTYPE.',
  ),
  'employer-unknown': fault(
    'Mã đơn vị này chưa có.',
    'Kiểm tra lại mã đơn vị hoặc nhập đơn vị trước.',
    'This employer code is not known.',
    'Check the code or import the employer first.',
  ),
  'not-taking-part': fault(
    'Người này không có quá trình tham gia tại đơn vị trong thời gian đó.',
    'Kiểm tra mã đơn vị và tháng; nếu đúng, khai tăng trước.',
    'This person does not take part at this employer at that time.',
    'Check the employer and the month; if they are right, declare the beginning first.',
  ),
  'base-moved': fault(
    'Dữ liệu gốc đã thay đổi sau khi xem trước.',
    'Xem trước lại lô này.',
    'The register changed after the preview.',
    'Preview the batch again.',
  ),
  ...ROSTER_FAULTS,
} as const satisfies Record<string, ImportFaultText>

export type ImportFaultCode = keyof typeof IMPORT_FAULTS
