import { booleanCell, choiceCell, decimalCell, monthCell, moneyCell, sumWage } from '@an-sinh/domain'

import { countSpellsBuiltUpon, undoSpells } from '../contributions/index.ts'
import type { ImportColumn, ImportKind, RowFault, StagedRow } from '../platform/import-kind.ts'
import { digestPersons } from './month-groups-queries.ts'
import { applyMonths, matchMonths } from './participation-months-queries.ts'
import { PERSON_COLUMNS } from './person-columns.ts'
import { EMPLOYER_COLUMNS, WAGE_COLUMNS } from './wage-columns.ts'

const BRANCH_WORDS = {
  BHXH: 'social',
  'Bảo hiểm xã hội': 'social',
  'BHXH bắt buộc': 'social',
  BHTN: 'unemployment',
  'Bảo hiểm thất nghiệp': 'unemployment',
  'BHTNLĐ-BNN': 'employment-injury',
  'BHTNLĐ, BNN': 'employment-injury',
  'TNLĐ-BNN': 'employment-injury',
  'TNLĐ, BNN': 'employment-injury',
  BHYT: 'health',
  'Bảo hiểm y tế': 'health',
}

/** From branch to rate in a row: what months must have in common to become one spell is one piece of the staged cells. */
const COLUMNS: readonly ImportColumn[] = [
  ...PERSON_COLUMNS,
  {
    name: 'month',
    title: { vi: 'Tháng', en: 'Month' },
    headers: ['Tháng', 'Tháng đóng', 'Tháng/năm', 'month'],
    required: 'file',
    parse: monthCell,
    type: 'month',
  },
  {
    name: 'branch',
    title: { vi: 'Loại bảo hiểm', en: 'Branch' },
    headers: ['Loại bảo hiểm', 'Quỹ', 'branch'],
    required: 'file',
    parse: choiceCell(BRANCH_WORDS),
    type: 'text',
  },
  {
    name: 'scheme',
    title: { vi: 'Hình thức', en: 'Scheme' },
    headers: ['Hình thức', 'Hình thức tham gia', 'scheme'],
    required: 'none',
    parse: choiceCell({ 'Bắt buộc': 'compulsory', BB: 'compulsory', 'Tự nguyện': 'voluntary', TN: 'voluntary' }),
    type: 'text',
  },
  ...EMPLOYER_COLUMNS,
  ...WAGE_COLUMNS,
  {
    name: 'total',
    title: { vi: 'Tiền lương đóng', en: 'Contributory salary' },
    headers: ['Tiền lương đóng', 'Tiền lương đóng BHXH', 'Mức đóng', 'contributory salary'],
    required: 'none',
    parse: moneyCell(),
    type: 'bigint',
  },
  {
    name: 'ratePercent',
    title: { vi: 'Tỷ lệ đóng (%)', en: 'Rate (%)' },
    headers: ['Tỷ lệ đóng (%)', 'Tỷ lệ đóng', 'rate'],
    required: 'none',
    parse: decimalCell(0, 100),
    type: 'numeric',
  },
  {
    name: 'late',
    title: { vi: 'Chậm đóng', en: 'Not paid yet' },
    headers: ['Chậm đóng', 'late'],
    required: 'none',
    parse: booleanCell,
    type: 'boolean',
  },
]

const isEmpty = (cell: string | null | undefined): boolean => cell === null || cell === undefined
const numberOf = (cell: string | null | undefined): number => Number(cell ?? 0)

/** A total beside its parts must be their sum, to the đồng. */
const checkTotal = (row: StagedRow): readonly RowFault[] => {
  const { total = null, base, month = null } = row
  if (total === null || month === null || isEmpty(base)) return []
  const sum = sumWage(
    {
      base: numberOf(base),
      positionAllowance: numberOf(row['positionAllowance']),
      overFrameSeniorityPercent: numberOf(row['overFrame']),
      occupationalSeniorityPercent: numberOf(row['occupational']),
      wageAllowance: numberOf(row['wageAllowance']),
      supplements: numberOf(row['supplements']),
    },
    month,
  )
  return sum === null || Math.abs(sum - Number(total)) <= 1 ? [] : [{ column: 'total', code: 'sums-differ', value: total }]
}

/** One of the two numbers is needed; and somebody pays for every compulsory month but those of health insurance. */
const checkRow = (row: StagedRow): readonly RowFault[] => {
  const { insuranceNumber, nationalId, employerCode, employerName, scheme, branch } = row
  const missing: RowFault[] = []
  if (isEmpty(insuranceNumber) && isEmpty(nationalId)) missing.push({ column: 'insuranceNumber', code: 'missing', value: null })
  if (isEmpty(employerCode) && isEmpty(employerName) && scheme !== 'voluntary' && branch !== 'health')
    missing.push({ column: 'employerCode', code: 'missing', value: null })
  return [...missing, ...checkTotal(row)]
}

/** Participation month by month, one branch a row; months in a row become spells (docs/decisions/0014). */
export const participationMonthsImport: ImportKind = {
  name: 'participation-months',
  title: { vi: 'Quá trình tham gia theo tháng', en: 'Participation by month' },
  formats: ['csv', 'xlsx'],
  columns: COLUMNS,
  checkRow,
  refusesBelowShare: 0.7,
  closeMatches: null,
  match: (sql, batch) => matchMonths(sql, COLUMNS, batch),
  digestUnmarked: digestPersons,
  apply: (transaction, batch) => applyMonths(transaction, COLUMNS, batch),
  undo: undoSpells,
  countBuiltUpon: countSpellsBuiltUpon,
}
