import { codeCell, decimalCell, monthCell, nationalIdCell, type ParsedCell, sexCell, textCell } from '@an-sinh/domain'

import { countSpellsBuiltUpon, undoSpells } from '../contributions/index.ts'
import type { ImportColumn, ImportKind, StagedRow } from '../platform/import-kind.ts'
import { applyDeclarations } from './declaration-apply-queries.ts'
import { matchDeclarations } from './declaration-match-queries.ts'
import { PERSON_COLUMNS } from './person-columns.ts'
import { EMPLOYER_COLUMNS, WAGE_COLUMNS } from './wage-columns.ts'

/** "Số CMND/ CCCD/Hộ chiếu": only a twelve-digit id finds anybody; an old identity card or a passport is read and left aside. */
const identityCell = (cell: string): ParsedCell => {
  if (/^[\d\s.]{10,}$/u.test(cell)) return nationalIdCell(cell)
  const other = textCell(30)(cell)
  return other.ok ? { ok: true, text: null } : other
}
/** Codes of the flat file: 1 male, 2 female, 3 unknown; sheet DuLieu of the same form has 0 for female. */
const declaredSexCell = (cell: string): ParsedCell => (cell.trim() === '3' ? { ok: true, text: null } : sexCell({ '0': 'female' })(cell))

const COLUMNS: readonly ImportColumn[] = [
  ...PERSON_COLUMNS.map((column): ImportColumn => (column.name === 'nationalId' ? { ...column, parse: identityCell } : column)),
  {
    name: 'sex',
    title: { vi: 'Giới tính', en: 'Sex' },
    headers: ['Giới tính', 'sex'],
    required: 'none',
    parse: declaredSexCell,
    type: 'text',
  },
  {
    name: 'methodText',
    title: { vi: 'Phương án điều chỉnh', en: 'Adjustment' },
    headers: ['Phương án điều chỉnh', 'Phương án', 'adjustment'],
    required: 'none',
    parse: textCell(200),
    type: 'text',
  },
  {
    name: 'methodCode',
    title: { vi: 'Mã PA', en: 'Adjustment code' },
    headers: ['Mã PA', 'Mã phương án', 'adjustment code'],
    required: 'file',
    parse: codeCell(/^[A-Z]{2,6}$/u, 'unknown-code'),
    type: 'text',
  },
  {
    name: 'fromMonth',
    title: { vi: 'Tháng/năm bắt đầu', en: 'From month' },
    headers: ['Tháng/ năm bắt đầu', 'Từ tháng', 'from month'],
    required: 'file',
    parse: monthCell,
    type: 'month',
  },
  {
    name: 'toMonth',
    title: { vi: 'Tháng/năm kết thúc', en: 'To month' },
    headers: ['Tháng/ năm kết thúc', 'Đến tháng', 'to month'],
    required: 'none',
    parse: monthCell,
    type: 'month',
  },
  ...EMPLOYER_COLUMNS,
  ...WAGE_COLUMNS,
  {
    name: 'coefficient',
    title: { vi: 'Hệ số lương', en: 'Wage coefficient' },
    headers: ['Hệ số lương', 'coefficient'],
    required: 'none',
    parse: decimalCell(0, 100),
    type: 'numeric',
  },
  {
    name: 'leave',
    title: { vi: 'Nghỉ ốm đau/Thai sản/không lương', en: 'Leave' },
    headers: ['Nghỉ ốm đau/Thai sản/không lương', 'leave'],
    required: 'none',
    parse: textCell(200),
    type: 'text',
  },
]

const checkRow = ({ fromMonth = null, toMonth = null }: StagedRow) =>
  fromMonth !== null && toMonth !== null && toMonth < fromMonth
    ? [{ column: 'toMonth', code: 'to-before-from' as const, value: toMonth }]
    : []

/**
 * Employers' declarations in the flat layout of form D02-LT. What an adjustment does is data (`ADJUSTMENT_METHODS`); codes without a sure
 * meaning wait. The layout names no employer: its code stands in a column "Mã đơn vị", else in the batch's source ("D02-LT YN0001A 03/2026").
 */
export const employerDeclarationsImport: ImportKind = {
  name: 'employer-declarations',
  title: { vi: 'Đơn vị khai tăng, giảm, điều chỉnh (D02-LT)', en: 'Employer declarations (D02-LT)' },
  formats: ['csv', 'xlsx'],
  columns: COLUMNS,
  checkRow,
  refusesBelowShare: 0.7,
  closeMatches: null,
  match: (sql, batch) => matchDeclarations(sql, COLUMNS, batch),
  apply: (transaction, batch) => applyDeclarations(transaction, COLUMNS, batch),
  undo: undoSpells,
  countBuiltUpon: countSpellsBuiltUpon,
}
