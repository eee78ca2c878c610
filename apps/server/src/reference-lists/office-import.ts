import { booleanCell, choiceCell, codeCell } from '@an-sinh/domain'

import { nameColumn, POINT, provinceColumn, textColumn, toColumns, VALIDITY } from './list-columns.ts'
import { makeDatedKind } from './make-dated-kind.ts'
import { officeList } from './office-list-queries.ts'

const LEVELS = choiceCell({
  province: 'province',
  tỉnh: 'province',
  district: 'district',
  huyện: 'district',
  quận: 'district',
  grassroots: 'grassroots',
  'cơ sở': 'grassroots',
})

const COLUMNS = toColumns({
  code: {
    ...textColumn('Mã cơ quan BHXH', 'Office code', ['agency_code', 'ma co quan bhxh', 'ma co quan', 'office_code']),
    parse: codeCell(/^\d{3,5}$/u),
  },
  name: { ...nameColumn(['name', 'ten', 'ten co quan bhxh']), required: 'row' },
  level: { ...textColumn('Cấp', 'Level', ['level', 'cap']), required: 'row', parse: LEVELS },
  provinceCode: { ...provinceColumn(['province_code', 'ma tinh']), required: 'row' },
  address: textColumn('Địa chỉ', 'Address', ['address', 'dia chi'], 500),
  phone: textColumn('Điện thoại', 'Phone', ['phone', 'dien thoai'], 40),
  replaces: textColumn(
    'Thay thế (tên hoặc mã, cách nhau bằng |)',
    'Replaces (names or codes, separated by |)',
    ['replaces', 'thay the'],
    1000,
  ),
  wardCodes: textColumn('Mã xã, phường phục vụ, cách nhau bằng |', 'Wards served, separated by |', ['ward_codes', 'ma xa'], 4000),
  unmatchedWards: textColumn('Xã chưa khớp', 'Unmatched wards', ['unmatched_wards'], 2000),
  note: textColumn('Ghi chú', 'Note', ['note', 'ghi chu'], 1000),
  receivesRegistrations: {
    ...textColumn('Nhận đăng ký', 'Takes registrations', ['receives_registrations', 'nhan dang ky']),
    parse: booleanCell,
    type: 'boolean',
  },
  ...POINT,
  ...VALIDITY,
})

/** Offices of the agency with their validity: the old tree and the reorganised one, each for its time. */
export const officeKind = makeDatedKind('offices', { vi: 'Cơ quan BHXH', en: 'Social-insurance offices' }, officeList(COLUMNS))
