import { booleanCell, choiceCell, codeCell } from '@an-sinh/domain'

import type { RowFault, StagedRow } from '../platform/import-kind.ts'
import { aliasesColumn, nameColumn, paddedCodeCell, POINT, textColumn, toColumns, VALIDITY, wardColumn } from './list-columns.ts'
import { checkValidity, makeDatedKind } from './make-dated-kind.ts'
import { successionList, unitList, wageRegionList } from './unit-list-queries.ts'

const LEVELS = choiceCell({
  province: 'province',
  tỉnh: 'province',
  ward: 'ward',
  xã: 'ward',
  'old-province': 'old-province',
  'tỉnh cũ': 'old-province',
  'old-district': 'old-district',
  'huyện cũ': 'old-district',
  'old-ward': 'old-ward',
  'xã cũ': 'old-ward',
})
const TYPES = choiceCell(
  Object.fromEntries(['Thành phố', 'Thị trấn', 'Thị xã', 'Đặc khu', 'Phường', 'Huyện', 'Quận', 'Tỉnh', 'Xã'].map((type) => [type, type])),
)
const UNITS = toColumns({
  level: { ...textColumn('Cấp', 'Level', ['level', 'cap']), parse: LEVELS },
  code: {
    ...textColumn('Mã', 'Code', ['code', 'ma', 'unit_code', 'ma don vi']),
    required: 'row',
    parse: codeCell(/^(?:\d{2}|\d{3}|\d{5})$/u),
  },
  parentCode: {
    ...textColumn('Mã cấp trên', 'Parent code', ['parent_code', 'province_code', 'ma cap tren', 'ma tinh']),
    parse: codeCell(/^(?:\d{2}|\d{3})$/u),
  },
  name: nameColumn(['name', 'ten']),
  fullName: textColumn('Tên đầy đủ', 'Full name', ['full_name', 'ten day du']),
  otherName: textColumn('Tên viết cách khác', 'Other spelling', ['full_name_old_spelling', 'full_name_2025_07_01', 'ten viet cach khac']),
  type: { ...textColumn('Loại', 'Type', ['type', 'loai']), parse: TYPES },
  aliases: aliasesColumn,
  ...POINT,
  ...VALIDITY,
})

/** Provinces and wards (also the three old levels), or only their coordinates: a cell that is missing changes nothing. */
export const administrativeUnitKind = makeDatedKind(
  'administrative-units',
  { vi: 'Đơn vị hành chính', en: 'Administrative units' },
  unitList(UNITS),
)

const KINDS = choiceCell({ whole: 'whole', 'toàn bộ': 'whole', partial: 'split', split: 'split', 'một phần': 'split' })
const SUCCESSIONS = toColumns({
  oldCode: { ...textColumn('Mã cũ', 'Old code', ['old_ward_code', 'old_code', 'ma cu']), parse: codeCell(/^(?:\d{2}|\d{3}|\d{5})$/u) },
  oldName: textColumn('Tên cũ', 'Old name', ['old_ward_name', 'old_name', 'ten cu']),
  oldDistrictCode: {
    ...textColumn('Mã huyện cũ', 'Old district code', ['old_district_code', 'ma huyen cu']),
    parse: paddedCodeCell(/^\d{3}$/u, 3),
  },
  newCode: {
    ...textColumn('Mã mới', 'New code', ['new_ward_code', 'new_code', 'ma moi']),
    required: 'row',
    parse: codeCell(/^(?:\d{2}|\d{5})$/u),
  },
  kind: { ...textColumn('Toàn bộ hay một phần', 'Whole or partial', ['kind', 'loai']), required: 'row', parse: KINDS },
  note: textColumn('Ghi chú', 'Note', ['note_vi', 'note', 'ghi chu'], 1000),
  ...VALIDITY,
})

/** Without a ward's code the row speaks of a whole district, unless it names some ground of it. */
const checkSuccession = (row: StagedRow): readonly RowFault[] => {
  const { oldCode = null, oldName = null, oldDistrictCode = null } = row
  const named = oldCode !== null || (oldName === null && oldDistrictCode !== null)
  return named ? checkValidity(row) : [{ column: 'oldCode', code: 'missing', value: oldName }]
}

/** What became of the old units; a unit that the file names is told completely by it. */
export const administrativeSuccessionKind = makeDatedKind(
  'administrative-successions',
  { vi: 'Bảng chuyển đổi đơn vị hành chính cũ → mới', en: 'Old to new administrative units' },
  successionList(SUCCESSIONS),
  checkSuccession,
)

const WAGE_REGIONS = toColumns({
  wardCode: { ...wardColumn(['ward_code', 'ma xa', 'ma phuong xa']), required: 'row' },
  region: {
    ...textColumn('Vùng lương tối thiểu (I–IV)', 'Wage region (I–IV)', ['region', 'vung', 'vung luong', 'vung luong toi thieu']),
    required: 'row',
    parse: choiceCell({ I: '1', II: '2', III: '3', IV: '4', '1': '1', '2': '2', '3': '3', '4': '4' }),
    type: 'integer',
  },
  checked: {
    ...textColumn('Đã đối chiếu với nghị định', 'Compared with the decree', ['checked', 'da doi chieu']),
    parse: booleanCell,
    type: 'boolean',
  },
  ...VALIDITY,
})

/** The annex of a decree on minimum wages, ward by ward. */
export const wageRegionKind = makeDatedKind(
  'wage-regions',
  { vi: 'Vùng lương tối thiểu', en: 'Wage regions' },
  wageRegionList(WAGE_REGIONS),
)
