import { type CellParser, codeCell, dateCell, decimalCell, textCell } from '@an-sinh/domain'

import type { ImportColumn } from '../platform/import-kind.ts'

type Columns = Readonly<Record<string, Omit<ImportColumn, 'name'>>>

export const toColumns = (columns: Columns): ImportColumn[] => Object.entries(columns).map(([name, column]) => ({ name, ...column }))

/** Optional free text. */
export const textColumn = (vi: string, en: string, headers: readonly [string, ...string[]], max = 300): Omit<ImportColumn, 'name'> => ({
  title: { vi, en },
  headers,
  required: 'none',
  parse: textCell(max),
  type: 'text',
})

/** A code of fixed length that begins with zeros; shorter digits have lost them in a spreadsheet. */
export const paddedCodeCell = (shape: RegExp, length: number): CellParser => {
  const parse = codeCell(shape)
  return (cell) => (/^\d+$/u.test(cell) && cell.length < length ? { ok: false, code: 'lost-zeros' } : parse(cell))
}

export const nameColumn = (headers: readonly [string, ...string[]]) => textColumn('Tên', 'Name', headers, 300)
export const provinceColumn = (headers: readonly [string, ...string[]]): Omit<ImportColumn, 'name'> => ({
  ...textColumn('Mã tỉnh', 'Province code', headers),
  parse: paddedCodeCell(/^\d{2}$/u, 2),
})
export const wardColumn = (headers: readonly [string, ...string[]]): Omit<ImportColumn, 'name'> => ({
  ...textColumn('Mã xã, phường', 'Ward code', headers),
  parse: paddedCodeCell(/^\d{5}$/u, 5),
})
export const aliasesColumn = textColumn(
  'Tên gọi khác, cách nhau bằng |',
  'Other names, separated by |',
  ['aliases', 'ten goi khac', 'ten cu'],
  1000,
)
/** From when to when a row holds, both days included; both may be missing. */
export const VALIDITY = {
  validFrom: { ...textColumn('Hiệu lực từ', 'Valid from', ['valid_from', 'hieu luc tu', 'tu ngay']), parse: dateCell, type: 'date' },
  validTo: { ...textColumn('Hiệu lực đến', 'Valid to', ['valid_to', 'hieu luc den', 'den ngay']), parse: dateCell, type: 'date' },
} as const satisfies Columns
/** WGS 84; Viet Nam with its islands lies within. */
export const POINT = {
  longitude: { ...textColumn('Kinh độ', 'Longitude', ['longitude', 'lon', 'kinh do']), parse: decimalCell(100, 120), type: 'numeric' },
  latitude: { ...textColumn('Vĩ độ', 'Latitude', ['latitude', 'lat', 'vi do']), parse: decimalCell(6, 24), type: 'numeric' },
} as const satisfies Columns
