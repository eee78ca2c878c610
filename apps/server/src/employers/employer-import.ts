import { codeCell, integerCell } from '@an-sinh/domain'

import { makeDatedKind, nameColumn, textColumn, toColumns, VALIDITY, wardColumn } from '../reference-lists/index.ts'
import { employerList } from './employer-list-queries.ts'

const CODE = codeCell(/^[A-Z]{2,3}\d{3,4}[A-Z]$/u)

const COLUMNS = toColumns({
  code: { ...textColumn('Mã đơn vị', 'Employer code', ['employer_code', 'ma don vi', 'ma dv', 'code']), required: 'row', parse: CODE },
  name: nameColumn(['name', 'ten don vi', 'ten']),
  taxCode: { ...textColumn('Mã số thuế', 'Tax code', ['tax_code', 'ma so thue', 'mst']), parse: codeCell(/^\d{10}(?:-\d{3})?$/u) },
  address: textColumn('Địa chỉ', 'Address', ['address', 'dia chi'], 500),
  wardCode: wardColumn(['ward_code', 'ma xa']),
  officeCode: { ...textColumn('Mã cơ quan BHXH', 'Office code', ['office_code', 'ma co quan bhxh']), parse: codeCell(/^\d{3,5}$/u) },
  industry: textColumn('Ngành nghề', 'Industry', ['industry', 'nganh nghe']),
  size: { ...textColumn('Số lao động', 'Employees', ['size', 'so lao dong']), parse: integerCell(0, 1_000_000), type: 'integer' },
  successorCode: {
    ...textColumn('Mã đơn vị kế thừa', 'Successor', ['successor_code', 'ma don vi ke thua', 'sap nhap vao']),
    parse: CODE,
  },
  ...VALIDITY,
})

/** Employers by time; renamed, moved and merged ones keep what they were. */
export const employerImport = makeDatedKind('employers', { vi: 'Đơn vị sử dụng lao động', en: 'Employers' }, employerList(COLUMNS))
