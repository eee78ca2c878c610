import { codeCell } from '@an-sinh/domain'

import { agentList, pointList } from './collection-list-queries.ts'
import { nameColumn, POINT, provinceColumn, textColumn, toColumns, VALIDITY, wardColumn } from './list-columns.ts'
import { makeDatedKind } from './make-dated-kind.ts'

/** Codes are the province's own: letters, digits, dots and strokes. */
const CODE = codeCell(/^[0-9A-Z][0-9A-Z./-]{1,29}$/u)
const agentCode = { ...textColumn('Mã tổ chức dịch vụ thu', 'Agent code', ['agent_code', 'ma dai ly', 'ma to chuc']), parse: CODE }
const authorityNumber = textColumn('Số hợp đồng uỷ quyền', 'Authority number', ['authority_number', 'so hop dong', 'so uy quyen'], 100)
const address = textColumn('Địa chỉ', 'Address', ['address', 'dia chi'], 500)
const phone = textColumn('Điện thoại', 'Phone', ['phone', 'dien thoai'], 40)
const wardCode = wardColumn(['ward_code', 'ma xa'])

export const collectionAgentKind = makeDatedKind(
  'collection-agents',
  { vi: 'Tổ chức dịch vụ thu', en: 'Collection agents' },
  agentList(
    toColumns({
      code: { ...agentCode, required: 'row' },
      name: nameColumn(['name', 'ten', 'ten to chuc']),
      authorityNumber,
      provinceCode: provinceColumn(['province_code', 'ma tinh']),
      wardCode,
      address,
      phone,
      ...VALIDITY,
    }),
  ),
)

/** The province follows from the ward. */
export const collectionPointKind = makeDatedKind(
  'collection-points',
  { vi: 'Điểm thu', en: 'Collection points' },
  pointList(
    toColumns({
      code: { ...textColumn('Mã điểm thu', 'Point code', ['point_code', 'ma diem thu']), required: 'row', parse: CODE },
      agentCode,
      name: nameColumn(['name', 'ten', 'ten diem thu']),
      authorityNumber,
      wardCode,
      address,
      phone,
      hours: textColumn('Giờ làm việc', 'Hours', ['hours', 'gio lam viec'], 200),
      ...POINT,
      ...VALIDITY,
    }),
  ),
)
