import { type CellParser, codeCell, dateCell, type HeaderColumn, insuranceNumberCell, monthCell } from '../imports/index.ts'
import type { Bilingual } from '../values/index.ts'
import {
  plainCell,
  rosterBirthCell,
  rosterExpiryCell,
  rosterIdCell,
  rosterNameCell,
  rosterPhoneCell,
  rosterSexCell,
} from './roster-cells.ts'

export type RosterColumn = HeaderColumn & {
  readonly headers: readonly [string, ...string[]]
  readonly title: Bilingual
  /** What stands beside the heading in the template. */
  readonly note: Bilingual
  readonly parse: CellParser
  readonly type: 'text' | 'date' | 'month'
}

const column = (
  name: string,
  headers: readonly [string, ...string[]],
  en: string,
  note: readonly [string, string],
  reads: CellParser | (Pick<RosterColumn, 'parse'> & Partial<Pick<RosterColumn, 'required' | 'type'>>),
): RosterColumn => ({
  name,
  headers,
  title: { vi: headers[0], en },
  note: { vi: note[0], en: note[1] },
  required: 'none',
  type: 'text',
  ...(typeof reads === 'function' ? { parse: reads } : reads),
})

/**
 * What an employer's list may tell, by whatever heading: lists of personnel, the flat layout of D02-LT and sheet DuLieu of FileMau-D02LT_v2.
 * The first heading of each stands in the template.
 */
export const ROSTER_COLUMNS: readonly RosterColumn[] = [
  column(
    'fullName',
    [
      'Họ và tên',
      'Họ tên',
      'Họ, chữ đệm và tên',
      'Họ và tên người lao động',
      'Họ tên người lao động',
      'Tên người lao động',
      'Họ tên nhân viên',
      'Tên nhân viên',
      'Họ và tên học sinh',
      'Họ tên học sinh',
      'ho_ten',
      'full name',
      'name',
    ],
    'Full name',
    ['Đủ dấu như trên giấy tờ, trong một ô.', 'With its accents as on the papers, in one cell.'],
    { parse: rosterNameCell, required: 'file' },
  ),
  column(
    'bornOn',
    [
      'Ngày sinh',
      'Ngày, tháng, năm sinh',
      'Ngày tháng năm sinh',
      'Năm sinh',
      'Sinh ngày',
      'ngay_sinh',
      'born on',
      'birth date',
      'date of birth',
    ],
    'Born on',
    [
      'Ngày/tháng/năm, ví dụ 05/03/1994; chỉ biết năm thì ghi năm.',
      'Day/month/year, for example 05/03/1994; only the year if no more is known.',
    ],
    { parse: rosterBirthCell, required: 'file' },
  ),
  column('sex', ['Giới tính', 'Phái', 'gioi_tinh', 'sex', 'gender'], 'Sex', ['Nam hoặc Nữ.', 'Nam (male) or Nữ (female).'], rosterSexCell),
  column(
    'insuranceNumber',
    ['Mã số BHXH', 'Mã BHXH', 'Số BHXH', 'Mã số bảo hiểm xã hội', 'Số sổ BHXH', 'ma_so_bhxh', 'insurance number'],
    'Insurance number',
    ['10 chữ số; để ô ở dạng văn bản để giữ số 0 đầu.', 'Ten digits; format the cell as text to keep leading zeros.'],
    insuranceNumberCell,
  ),
  column(
    'nationalId',
    [
      'Số định danh/CCCD',
      'Số định danh',
      'Số định danh cá nhân',
      'Số CCCD',
      'CCCD',
      'Số căn cước',
      'Căn cước',
      'Số căn cước công dân',
      'Số ĐDCN/CCCD',
      'Số CCCD/CMND',
      'Số CMND/CCCD',
      'CMND/CCCD',
      'Số CMND/CCCD/Hộ chiếu',
      'so_cccd',
      'national id',
    ],
    'National id',
    ['12 chữ số; cần khi chưa có mã số BHXH.', 'Twelve digits; needed where there is no insurance number.'],
    rosterIdCell,
  ),
  column(
    'idExpiresOn',
    ['Ngày hết hạn CCCD', 'CCCD có giá trị đến', 'Có giá trị đến', 'Ngày hết hạn', 'CCCD hết hạn', 'id expires on'],
    'Id expires on',
    ['Ngày ghi ở mặt trước thẻ; để hệ thống nhắc trước khi hết hạn.', 'As on the card, so that the expiry is noticed in time.'],
    { parse: rosterExpiryCell, type: 'date' },
  ),
  column(
    'employeeNumber',
    ['Mã nhân viên', 'Mã NV', 'Mã số nhân viên', 'MSNV', 'Mã nhân sự', 'Mã học sinh', 'employee number'],
    'Employee number',
    ['Mã riêng của đơn vị.', 'Your own number.'],
    plainCell(40),
  ),
  column(
    'department',
    [
      'Phòng ban',
      'Phòng ban làm việc',
      'Bộ phận',
      'Phòng/ban',
      'Phòng, ban',
      'Đơn vị/Phòng ban',
      'Phân xưởng',
      'Xưởng',
      'Tổ',
      'Lớp',
      'department',
    ],
    'Department',
    ['Dùng để đếm, in và nhắc theo phòng ban.', 'Counts, forms and reminders go by department.'],
    plainCell(120),
  ),
  column(
    'shift',
    ['Ca làm việc', 'Ca', 'Ca kíp', 'shift'],
    'Shift',
    ['Nếu đơn vị làm theo ca.', 'If people work in shifts.'],
    plainCell(60),
  ),
  column(
    'workPhone',
    ['Điện thoại liên hệ công việc', 'Số điện thoại', 'Điện thoại', 'SĐT', 'Di động', 'phone'],
    'Work phone',
    ['Số đơn vị dùng để liên hệ; không bắt buộc.', 'The number that you reach the person at; may be empty.'],
    rosterPhoneCell,
  ),
  column(
    'workEmail',
    ['Thư điện tử công việc', 'Email', 'E-mail', 'Thư điện tử', 'email address'],
    'Work e-mail',
    ['Địa chỉ đơn vị cấp; không bắt buộc.', 'The address that you gave; may be empty.'],
    plainCell(254),
  ),
  column(
    'joinedOn',
    ['Ngày vào làm', 'Ngày vào làm việc', 'Ngày bắt đầu làm việc', 'Ngày vào', 'Ngày nhận việc', 'joined on'],
    'Joined on',
    ['Ngày/tháng/năm.', 'Day/month/year.'],
    { parse: dateCell, type: 'date' },
  ),
  column(
    'leftOn',
    ['Ngày nghỉ việc', 'Ngày thôi việc', 'Ngày nghỉ', 'left on'],
    'Left on',
    ['Ghi khi người này đã nghỉ; dòng được kết thúc từ ngày đó.', 'Only for people who left; their line ends on that day.'],
    { parse: dateCell, type: 'date' },
  ),
  column(
    'methodCode',
    ['Mã PA', 'Mã phương án', 'adjustment code'],
    'Adjustment code (D02-LT)',
    ['Chỉ có trong tệp D02-LT.', 'In files of form D02-LT only.'],
    codeCell(/^[A-Z]{2,6}$/u, 'unknown-code'),
  ),
  column(
    'fromMonth',
    ['Tháng/năm bắt đầu', 'Tháng/ năm bắt đầu', 'Từ tháng', 'from month'],
    'From month (D02-LT)',
    ['Chỉ có trong tệp D02-LT.', 'In files of form D02-LT only.'],
    { parse: monthCell, type: 'month' },
  ),
  column(
    'employerCode',
    ['Mã đơn vị', 'Mã đơn vị BHXH', 'employer code'],
    'Employer code',
    ['Nếu có, phải là mã của chính đơn vị.', 'If it stands there, it must be your own.'],
    codeCell(/^[A-Z]{2,3}\d{3,4}[A-Z]$/u),
  ),
]

/** Columns of the template: the form's own stay in the form's files. */
export const ROSTER_TEMPLATE_COLUMNS: readonly RosterColumn[] = ROSTER_COLUMNS.filter(
  ({ name }) => !['methodCode', 'fromMonth', 'employerCode', 'leftOn'].includes(name),
)
