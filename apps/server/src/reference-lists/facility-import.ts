import { choiceCell } from '@an-sinh/domain'

import { facilityList, sickLeaveList } from './facility-list-queries.ts'
import { aliasesColumn, nameColumn, paddedCodeCell, provinceColumn, textColumn, toColumns, VALIDITY, wardColumn } from './list-columns.ts'
import { makeDatedKind } from './make-dated-kind.ts'

const TYPES = choiceCell({
  benh_vien: 'hospital',
  'bệnh viện': 'hospital',
  phong_kham: 'clinic',
  'phòng khám': 'clinic',
  tram_y_te: 'health-station',
  'trạm y tế': 'health-station',
  trung_tam_y_te: 'health-centre',
  'trung tâm y tế': 'health-centre',
  y_te_co_quan: 'workplace',
  'y tế cơ quan': 'workplace',
  quan_dan_y: 'military',
  'quân dân y': 'military',
  trung_tam: 'centre',
  'trung tâm': 'centre',
  khac: 'other',
  khác: 'other',
})

const CODE_COLUMN = {
  title: { vi: 'Mã cơ sở KCB', en: 'Facility code' },
  headers: ['code', 'facility_code', 'ma cskcb', 'ma co so', 'ma'],
  required: 'row',
  parse: paddedCodeCell(/^\d{2}[0-9A-Z]{3}$/u, 5),
  type: 'text',
} as const

const COLUMNS = toColumns({
  code: CODE_COLUMN,
  name: nameColumn(['name', 'ten', 'ten co so kcb', 'ten co so']),
  provinceCode: provinceColumn(['new_province_code', 'province_code', 'ma tinh']),
  wardCode: wardColumn(['ward_code', 'ma xa']),
  address: textColumn('Địa chỉ', 'Address', ['address', 'address_hanoi_2024', 'dia chi']),
  facilityType: { ...textColumn('Loại hình', 'Type', ['type', 'type_guess', 'loai hinh']), parse: TYPES },
  phone: textColumn('Điện thoại', 'Phone', ['phone', 'dien thoai'], 40),
  aliases: aliasesColumn,
  ...VALIDITY,
})

/** Facilities with a health-insurance contract, as the yearly list publishes them or in a layout of our own. */
export const healthFacilityKind = makeDatedKind(
  'health-facilities',
  { vi: 'Cơ sở khám, chữa bệnh BHYT', en: 'Health facilities' },
  facilityList(COLUMNS),
)

/** Facilities entitled to issue sick-leave papers, a list of its own. */
export const sickLeaveFacilityKind = makeDatedKind(
  'sick-leave-facilities',
  { vi: 'Cơ sở được cấp giấy nghỉ việc hưởng BHXH', en: 'Facilities that may issue sick-leave papers' },
  sickLeaveList(
    toColumns({
      code: CODE_COLUMN,
      decisionNumber: textColumn('Số văn bản', 'Decision number', ['decision_number', 'so van ban', 'so quyet dinh'], 100),
      ...VALIDITY,
    }),
  ),
)
