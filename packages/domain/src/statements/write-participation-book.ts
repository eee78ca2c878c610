import { countMonths, INSURANCE_BRANCHES, type InsuranceBranch } from '../contributions/index.ts'
import type { StatementContent, StatementLine, StatementTable } from './statement-content.ts'
import { type StatementFacts, writeHolder, writeWholeHolder } from './statement-facts.ts'
import { STATEMENT_KIND_RULES, type StatementField } from './statement-kinds.ts'
import { cutSpell, type StatementSpell } from './statement-spell.ts'
import { BRANCH_NAMES, BRANCH_SHORT, formatVnd, same, wordMonth, wordMonths } from './statement-words.ts'

const COLUMNS: StatementTable['columns'] = [
  { label: { vi: 'Từ tháng', en: 'From' }, align: 'left' },
  { label: { vi: 'Đến tháng', en: 'To' }, align: 'left' },
  { label: { vi: 'Đơn vị hoặc hình thức', en: 'Employer or scheme' }, align: 'left' },
  { label: { vi: 'Nghề nghiệp, chức vụ', en: 'Job' }, align: 'left' },
  { label: { vi: 'Mức đóng (đ/tháng)', en: 'Salary (VND a month)' }, align: 'right' },
  { label: { vi: 'Số tháng', en: 'Months' }, align: 'right' },
  { label: { vi: 'Chậm đóng', en: 'Late' }, align: 'right' },
]
const NOW = { vi: 'nay', en: 'now' }
const EMPTY = same('')

const isOfBranch = (branch: InsuranceBranch) => (spell: StatementSpell) => spell.branch === branch

const writeBranch = (branch: InsuranceBranch, { spells, throughMonth }: StatementFacts): StatementTable | null => {
  const own = spells.filter(isOfBranch(branch))
  const parts = own.flatMap((spell) => {
    const part = cutSpell(spell, { fromMonth: spell.fromMonth, toMonth: throughMonth }, throughMonth)
    return part === null ? [] : [{ spell, part }]
  })
  if (parts.length === 0) return null
  const months = countMonths(own, throughMonth)
  const paid = parts.flatMap(({ part }) => (part.paid === null ? [] : [part.paid]))
  return {
    title: BRANCH_NAMES[branch],
    columns: COLUMNS,
    rows: parts.map(({ spell, part }) => [
      wordMonth(part.fromMonth),
      spell.toMonth === null ? NOW : wordMonth(part.toMonth),
      same(spell.employerName),
      same(spell.jobTitle ?? '–'),
      same(formatVnd(spell.contributorySalaryVnd)),
      same(String(part.paidMonths + part.lateMonths)),
      same(part.lateMonths === 0 ? '–' : String(part.lateMonths)),
    ]),
    total: [
      { vi: 'Cộng', en: 'Total' },
      EMPTY,
      wordMonths(months),
      EMPTY,
      EMPTY,
      same(String(months)),
      same(String(months - countMonths(paid, throughMonth))),
    ],
    note: null,
  }
}

const writeTotals = ({ spells, throughMonth }: StatementFacts): StatementLine[] =>
  INSURANCE_BRANCHES.map((branch) => ({
    label: { vi: `Tổng thời gian tham gia ${BRANCH_SHORT[branch].vi}`, en: `Total time in ${BRANCH_SHORT[branch].en}` },
    value: wordMonths(countMonths(spells.filter(isOfBranch(branch)), throughMonth)),
  }))

/** The electronic participation book: the whole participation by spells, with the total of each branch. */
export const writeParticipationBook = (facts: StatementFacts, fields: readonly StatementField[]): StatementContent => {
  const through = wordMonth(facts.throughMonth)
  return {
    version: 'statement-1',
    kind: 'participation-book',
    title: STATEMENT_KIND_RULES['participation-book'].title,
    period: { vi: `tính đến tháng ${through.vi}`, en: `up to ${through.en}` },
    lines: [...writeWholeHolder(facts), ...writeTotals(facts)],
    tables: INSURANCE_BRANCHES.map((branch) => writeBranch(branch, facts)).filter((table) => table !== null),
    notes: [
      {
        vi: 'Tháng đóng ở nhiều đơn vị được tính một lần trong tổng thời gian. “Chậm đóng” là số tháng đơn vị chưa đóng đủ.',
        en: 'A month at several employers counts once in the total. “Late” are months the employer has not paid yet.',
      },
    ],
    shared: [...writeHolder(facts, fields), ...(fields.includes('total-time') ? writeTotals(facts) : [])],
  }
}
