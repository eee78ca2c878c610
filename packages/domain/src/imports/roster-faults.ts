import { fault, type ImportFaultText } from './fault-text.ts'

/**
 * Faults and notes of an employer's roster (docs/decisions/0035). What depends on the register is worded so that a number nobody has, somebody
 * else's number and a wrong birth date read alike.
 */
export const ROSTER_FAULTS = {
  'no-number': fault(
    'Dòng này không có mã số BHXH và cũng không có số định danh/CCCD.',
    'Ghi ít nhất một trong hai số; người chưa có số nào thì thêm từng người trên màn hình danh sách.',
    'This row has neither an insurance number nor a national id.',
    'Write one of the two; add people without any number one by one on the roster.',
  ),
  'not-confirmed': fault(
    'Họ tên, ngày sinh và số trong dòng này chưa khớp với nhau.',
    'Đối chiếu cả ba ô với giấy tờ của người lao động rồi sửa. Nếu giấy tờ đúng như vậy, thêm người này trên màn hình danh sách.',
    'Name, birth date and number of this row do not agree with one another.',
    'Compare all three with the employee’s papers. If the papers say just this, add the person on the roster by hand.',
  ),
  'file-not-confirmed': fault(
    'Tệp bị trả lại vì quá ít dòng có họ tên, ngày sinh và số khớp nhau; dòng này cũng chưa được ghi.',
    'Kiểm tra tệp có đúng là danh sách của đơn vị, các cột có bị đổi chỗ hoặc lệch dòng không.',
    'The file was given back because too few rows agree; this row was not written either.',
    'Check that it is your organisation’s list and that no column was swapped or shifted.',
  ),
  'name-without-accents': fault(
    'Họ tên không có dấu.',
    'Ghi họ tên đủ dấu như trên giấy tờ.',
    'The name lacks its accents.',
    'Write the name with its accents, as on the papers.',
  ),
  'date-order-mixed': fault(
    'Cột ngày sinh lẫn hai cách ghi: ngày/tháng và tháng/ngày.',
    'Ghi mọi ngày theo thứ tự ngày/tháng/năm, ví dụ 05/03/1994.',
    'The birth dates are written in two orders: day/month and month/day.',
    'Write every date as day/month/year, for example 05/03/1994.',
  ),
  'id-differs': fault(
    'Số định danh không khớp năm sinh hoặc giới tính trong dòng.',
    'Đối chiếu số định danh, ngày sinh và giới tính với thẻ căn cước.',
    'The national id does not fit the birth year or the sex of the row.',
    'Compare id, birth date and sex with the identity card.',
  ),
  'too-young': fault(
    'Người này chưa đủ 15 tuổi (Bộ luật Lao động 45/2019/QH14, Điều 3 khoản 1).',
    'Kiểm tra lại ngày sinh; học sinh thì do nhà trường khai.',
    'This person is under 15 (Labour Code 45/2019/QH14, art. 3.1).',
    'Check the birth date; pupils are listed by their school.',
  ),
  'employee-dead': fault(
    'Người này đã được ghi nhận qua đời.',
    'Bỏ dòng này; nếu nhầm, mời gia đình hoặc người lao động liên hệ cơ quan BHXH.',
    'This person is recorded as deceased.',
    'Remove the row; if this is wrong, the person should ask the social-insurance office.',
  ),
  'wrong-employer': fault(
    'Mã đơn vị trong dòng là của đơn vị khác.',
    'Kiểm tra lại: tệp này có phải danh sách của đơn vị mình không.',
    'The employer code of this row is another employer’s.',
    'Check whether this file is your own organisation’s list.',
  ),
  'listed-twice': fault(
    'Người hoặc số này có ở nhiều dòng trong tệp.',
    'Giữ lại một dòng đúng, xoá các dòng còn lại.',
    'This person or number stands in several rows of the file.',
    'Keep the one right row and delete the others.',
  ),
  'like-own-line': fault(
    'Gần giống một người đã có trong danh sách của đơn vị, nhưng khác họ tên, ngày sinh hoặc số.',
    'Mở người đó trong danh sách và sửa, hoặc sửa lại dòng này.',
    'Nearly somebody already on your roster, but name, birth date or number differ.',
    'Open that person on the roster and correct it, or correct this row.',
  ),
  'working-elsewhere': fault(
    'Đang có đơn vị khác khai.',
    'Nếu người này vừa chuyển đến hoặc làm hai nơi, đánh dấu để vẫn thêm vào danh sách.',
    'Another employer declares this person at present.',
    'Tick the row to add somebody who has just moved here or works at two places.',
  ),
  'also-elsewhere': fault(
    'Đang có đơn vị khác khai.',
    'Kiểm tra người này còn làm việc ở đơn vị mình không; dòng vẫn được ghi.',
    'Another employer declares this person too.',
    'Check that the person still works here; the row is written all the same.',
  ),
  'id-expiring': fault(
    'Thẻ căn cước đã hoặc sắp hết hạn.',
    'Nhắc người lao động đổi thẻ trước khi đăng ký; dòng vẫn được ghi.',
    'The identity card has expired or soon will.',
    'Remind the employee to renew it before registering; the row is written all the same.',
  ),
} as const satisfies Record<string, ImportFaultText>

/** Said of rows that are written all the same. */
export const ROSTER_NOTES = ['also-elsewhere', 'id-expiring'] as const

/** What only the register could tell; of a file that is given back as a whole nobody hears it, row by row (docs/decisions/0035). */
export const ROSTER_REGISTER_FAULTS = [
  'not-confirmed',
  'name-without-accents',
  'employee-dead',
  'working-elsewhere',
  'also-elsewhere',
] as const
