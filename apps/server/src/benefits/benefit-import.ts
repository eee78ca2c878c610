import {
  BENEFIT_REGIMES,
  type CellParser,
  choiceCell,
  dateCell,
  findBenefitRegime,
  insuranceNumberCell,
  integerCell,
  moneyCell,
  textCell,
} from '@an-sinh/domain'
import type { ImportColumn, ImportKind, RowFault, StagedRow, StagedType } from '../platform/import-kind.ts'
import { applyBenefits, countBenefitsBuiltUpon, matchBenefits, undoBenefits } from './benefit-import-queries.ts'

const kindCell = choiceCell({
  'Một lần': 'lump-sum',
  'Ốm đau, thai sản': 'sickness-maternity',
  'Ốm đau thai sản': 'sickness-maternity',
  ODTS: 'sickness-maternity',
  'Hàng tháng': 'monthly',
  'Phiếu điều chỉnh': 'adjustment',
  'Thất nghiệp': 'unemployment',
  BHTN: 'unemployment',
})
const regimeCell = choiceCell({
  ...Object.fromEntries(BENEFIT_REGIMES.map(({ regime, name }) => [name.vi, regime])),
  'Dưỡng sức': 'recovery',
  'Dưỡng sức, phục hồi sức khỏe': 'recovery',
  'BHXH một lần': 'lump-sum',
})

const accountText = textCell(60)
/** Only the last four digits go further than this line. */
const accountCell: CellParser = (cell) => {
  const read = accountText(cell)
  if (!read.ok || read.text === null) return read
  const digits = read.text.replaceAll(/\D/gu, '')
  return digits.length < 4 ? { ok: false, code: 'not-a-number' } : { ok: true, text: digits.slice(-4) }
}

const column = (
  name: string,
  [vi, en]: readonly [string, string],
  more: readonly string[],
  parse: CellParser,
  [required, type]: readonly [ImportColumn['required'], StagedType] = ['none', 'text'],
): ImportColumn => ({ name, title: { vi, en }, headers: [vi, ...more], required, parse, type })

/** One layout for everything granted; the column "Loại" tells the tab. */
const columns: readonly ImportColumn[] = [
  column('insuranceNumber', ['Mã số BHXH', 'Insurance number'], ['Mã BHXH', 'Số BHXH', 'ma_so_bhxh'], insuranceNumberCell, [
    'file',
    'text',
  ]),
  column('kind', ['Loại', 'Kind'], ['Loại hưởng'], kindCell, ['file', 'text']),
  column('regime', ['Chế độ', 'Regime'], ['Chế độ hưởng'], regimeCell),
  column('decisionNumber', ['Số quyết định', 'Decision number'], ['Số QĐ hưởng', 'Số QĐ'], textCell(60), ['file', 'text']),
  column('decidedOn', ['Ngày quyết định', 'Decided on'], ['Ngày QĐ hưởng', 'Ngày QĐ'], dateCell, ['row', 'date']),
  column('adjusts', ['Điều chỉnh quyết định số', 'Adjusts decision'], ['Số QĐ gốc'], textCell(60)),
  column('fromOn', ['Từ ngày', 'From'], ['Hưởng từ ngày'], dateCell, ['none', 'date']),
  column('toOn', ['Đến ngày', 'Until'], ['Hưởng đến ngày'], dateCell, ['none', 'date']),
  column('amountVnd', ['Số tiền', 'Amount'], ['Mức hưởng', 'Tiền hưởng'], moneyCell(), ['row', 'bigint']),
  column('monthsGranted', ['Số tháng được hưởng', 'Months granted'], ['Số tháng hưởng'], integerCell(1, 120), ['none', 'integer']),
  column('payerName', ['Tên đơn vị', 'Unit'], ['Đơn vị', 'Cơ quan chi trả'], textCell(300)),
  column('accountLast4', ['Số tài khoản', 'Account'], ['Tài khoản', 'STK'], accountCell),
  column('bankName', ['Tên ngân hàng', 'Bank'], ['Ngân hàng'], textCell(200)),
  column('note', ['Ghi chú', 'Note'], ['Lý do điều chỉnh'], textCell(300)),
]

/** Where a file names no regime, only these kinds have an obvious one. */
const DEFAULT_REGIME: Readonly<Record<string, string>> = { 'lump-sum': 'lump-sum', unemployment: 'unemployment-allowance' }

const checkRow = ({ kind, regime, adjusts, fromOn, toOn }: StagedRow): RowFault[] => {
  const regimeCode = regime ?? DEFAULT_REGIME[kind ?? ''] ?? null
  if (regimeCode === null) return [{ column: 'regime', code: 'missing', value: null }]
  const kinds: readonly string[] = findBenefitRegime(regimeCode)?.kinds ?? []
  if (!kinds.includes(kind ?? '')) return [{ column: 'regime', code: 'not-in-list', value: regimeCode }]
  if (kind === 'adjustment' && (adjusts ?? null) === null) return [{ column: 'adjusts', code: 'missing', value: null }]
  return fromOn !== null && fromOn !== undefined && toOn !== null && toOn !== undefined && toOn < fromOn
    ? [{ column: 'toOn', code: 'to-before-from', value: toOn }]
    : []
}

/** Benefits by decision, regime and period. The same again is left alone; other facts under the same key correct what stood. */
export const benefitImport: ImportKind = {
  name: 'benefits',
  title: { vi: 'Thông tin hưởng', en: 'Benefits' },
  formats: ['csv', 'xlsx'],
  columns,
  checkRow,
  refusesBelowShare: 0.7,
  closeMatches: null,
  match: (sql, batch) => matchBenefits(sql, columns, batch),
  apply: (transaction, batch) => applyBenefits(transaction, columns, batch),
  undo: undoBenefits,
  countBuiltUpon: countBenefitsBuiltUpon,
}
