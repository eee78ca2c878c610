import { codeCell, dateCell, textCell } from '@an-sinh/domain'

import type { ImportColumn, ImportKind } from '../platform/import-kind.ts'
import { readClaims } from './read-claims.ts'
import { applyClaims, countClaimsBuiltUpon, matchClaims, undoClaims } from './visit-import-queries.ts'

const column = (name: string, field: string, title: [vi: string, en: string], more: Partial<ImportColumn> = {}): ImportColumn => ({
  name,
  title: { vi: title[0], en: title[1] },
  headers: [field],
  required: 'none',
  parse: textCell(10_000),
  type: 'text',
  ...more,
})

const COLUMNS: readonly ImportColumn[] = [
  column('facilityCode', 'MA_CSKCB', ['Mã cơ sở KCB', 'Facility code'], { required: 'row', parse: codeCell(/^\d{2}[0-9A-Z]{3}$/u) }),
  column('visitKey', 'MA_LK', ['Mã lượt khám', 'Visit key'], { required: 'row' }),
  column('cardNumbers', 'MA_THE_BHYT', ['Mã thẻ BHYT', 'Card numbers']),
  column('nationalId', 'SO_CCCD', ['Số định danh', 'National ID']),
  column('fullName', 'HO_TEN', ['Họ và tên', 'Full name'], { required: 'row' }),
  column('bornOn', 'NGAY_SINH', ['Ngày sinh', 'Birth date'], { required: 'row', parse: dateCell }),
  column('visit', 'XML1', ['Lượt khám', 'Visit'], { required: 'row', type: 'jsonb' }),
  column('costLines', 'XML2, XML3', ['Chi phí', 'Cost lines'], { type: 'jsonb' }),
  column('papers', 'XML7, XML9, XML10, XML11', ['Giấy được cấp', 'Papers'], { type: 'jsonb' }),
]

/** Hospital claim envelopes (QĐ 130, 4750, 3176; names of QĐ 4210 too): one HOSO is one row, a visit with its lines and papers. */
export const visitsImport: ImportKind = {
  name: 'visits',
  title: { vi: 'Lượt khám chữa bệnh (hồ sơ giám định BHYT)', en: 'Visits (hospital claim envelopes)' },
  formats: ['xml'],
  columns: COLUMNS,
  readXml: readClaims,
  refusesBelowShare: 0.7,
  closeMatches: null,
  match: (sql, batch) => matchClaims(sql, COLUMNS, batch),
  apply: (transaction, batch) => applyClaims(transaction, COLUMNS, batch),
  undo: undoClaims,
  countBuiltUpon: countClaimsBuiltUpon,
}
