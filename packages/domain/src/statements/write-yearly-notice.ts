import type { Bilingual } from '../values/index.ts'
import type { ContributionRate } from '../contributions/index.ts'
import type { StatementContent, StatementLine, StatementTable } from './statement-content.ts'
import { type StatementFacts, writeHolder, writeWholeHolder } from './statement-facts.ts'
import { STATEMENT_KIND_RULES, type StatementField } from './statement-kinds.ts'
import { BRANCH_NAMES, BRANCH_SHORT, formatVnd, same, wordMonth } from './statement-words.ts'
import { sumYear, type YearBranch, type YearRow } from './sum-year.ts'

const COLUMNS: StatementTable['columns'] = [
  { label: { vi: 'Thời gian', en: 'Time' }, align: 'left' },
  { label: { vi: 'Đơn vị hoặc hình thức', en: 'Employer or scheme' }, align: 'left' },
  { label: { vi: 'Mức đóng (đ/tháng)', en: 'Salary (VND a month)' }, align: 'right' },
  { label: { vi: 'Tháng đã đóng', en: 'Months paid' }, align: 'right' },
  { label: { vi: 'Người tham gia đóng (đ)', en: 'Paid by the person (VND)' }, align: 'right' },
  { label: { vi: 'Đơn vị đóng (đ)', en: 'Paid by the employer (VND)' }, align: 'right' },
  { label: { vi: 'Tháng chậm đóng', en: 'Months late' }, align: 'right' },
]

const percent = (value: number): Bilingual => ({ vi: `${String(value).replace('.', ',')}%`, en: `${String(value)}%` })

const writeRate = ({ scheme, employeePercent, employerPercent }: ContributionRate): Bilingual => {
  const [employee, employer] = [percent(employeePercent), percent(employerPercent)]
  return scheme === 'voluntary'
    ? { vi: `tự nguyện ${employee.vi} (chưa trừ phần Nhà nước hỗ trợ)`, en: `voluntary ${employee.en} (before State support)` }
    : { vi: `người tham gia ${employee.vi}, đơn vị ${employer.vi}`, en: `person ${employee.en}, employer ${employer.en}` }
}

/** Rates that read alike are told once, whatever law they stand in. */
const writeRates = (rates: readonly ContributionRate[]): Bilingual | null => {
  const told = new Map(rates.map((rate) => [writeRate(rate).vi, writeRate(rate)]))
  if (told.size === 0) return null
  const words = Array.from(told.values())
  return { vi: `Tỷ lệ đóng: ${words.map((word) => word.vi).join('; ')}.`, en: `Rates: ${words.map((word) => word.en).join('; ')}.` }
}

const writeSpan = ({ fromMonth, toMonth }: YearRow): Bilingual => {
  const [from, to] = [wordMonth(fromMonth), wordMonth(toMonth)]
  return fromMonth === toMonth ? from : { vi: `${from.vi} – ${to.vi}`, en: `${from.en} – ${to.en}` }
}

const writeBranch = (branch: YearBranch): StatementTable => ({
  title: BRANCH_NAMES[branch.branch],
  columns: COLUMNS,
  rows: branch.rows.map((row) => [
    writeSpan(row),
    same(row.employerName),
    same(formatVnd(row.contributorySalaryVnd)),
    same(String(row.paidMonths)),
    same(formatVnd(row.employeeVnd)),
    same(formatVnd(row.employerVnd)),
    same(row.lateMonths === 0 ? '–' : String(row.lateMonths)),
  ]),
  total: [
    { vi: 'Cộng cả năm', en: 'Whole year' },
    same(''),
    same(''),
    same(String(branch.months - branch.lateMonths)),
    same(formatVnd(branch.employeeVnd)),
    same(formatVnd(branch.employerVnd)),
    same(String(branch.lateMonths)),
  ],
  note: writeRates(branch.rates),
})

const writeMonths = (branches: readonly YearBranch[], year: number): StatementLine[] =>
  branches.map(({ branch, months, lateMonths }) => ({
    label: {
      vi: `Số tháng tham gia ${BRANCH_SHORT[branch].vi} năm ${String(year)}`,
      en: `Months in ${BRANCH_SHORT[branch].en} in ${String(year)}`,
    },
    value:
      lateMonths === 0
        ? { vi: `${String(months)} tháng`, en: String(months) }
        : {
            vi: `${String(months)} tháng, trong đó chậm đóng ${String(lateMonths)}`,
            en: `${String(months)}, of which late ${String(lateMonths)}`,
          },
  }))

/** The yearly notice C14-TS of one person: what was paid per branch in a year. */
export const writeYearlyNotice = (facts: StatementFacts, fields: readonly StatementField[], year: number): StatementContent => {
  const branches = sumYear(facts.spells, year, facts.throughMonth)
  const through = wordMonth(facts.throughMonth)
  const isOver = Number(facts.throughMonth.slice(0, 4)) > year || facts.throughMonth.endsWith('-12')
  return {
    version: 'statement-1',
    kind: 'yearly-notice',
    title: STATEMENT_KIND_RULES['yearly-notice'].title,
    period: isOver
      ? { vi: `năm ${String(year)}`, en: String(year) }
      : { vi: `năm ${String(year)}, tính đến tháng ${through.vi}`, en: `${String(year)}, up to ${through.en}` },
    lines: writeWholeHolder(facts),
    tables: branches.filter((branch) => branch.rows.length > 0).map(writeBranch),
    notes: [
      {
        vi: 'Số tiền = mức đóng × tỷ lệ của từng tháng đã đóng. Tháng chậm đóng chưa tính vào số tiền. Dấu “–”: không có mức đóng theo tiền lương.',
        en: 'Amount = salary × rate of each paid month. Late months are not in the amount. “–”: no contribution by salary.',
      },
      {
        vi: 'Thấy chưa đúng với bảng lương? Hãy báo trong mục Quản lý cá nhân hoặc với cơ quan BHXH quản lý.',
        en: 'Does it differ from your payslips? Report it in your account or to your social-insurance office.',
      },
    ],
    shared: [...writeHolder(facts, fields), ...(fields.includes('total-time') ? writeMonths(branches, year) : [])],
  }
}
