import { addMonths, type CivilMonth, countMonths, INSURANCE_BRANCHES } from '../contributions/index.ts'
import type { Bilingual } from '../values/index.ts'
import type { StatementContent, StatementLine } from './statement-content.ts'
import { type StatementBenefit, type StatementFacts, writeHolder } from './statement-facts.ts'
import { STATEMENT_KIND_RULES, type StatementField } from './statement-kinds.ts'
import { isRunningIn } from './statement-spell.ts'
import { BRANCH_SHORT, formatVnd, same, wordDate, wordMonth, wordMonths } from './statement-words.ts'

/** Months of salary that a letter tells: banks and landlords ask for half a year. */
const SALARY_MONTHS = 6

const join = (words: readonly Bilingual[]): Bilingual => ({
  vi: words.map((word) => word.vi).join(', '),
  en: words.map((word) => word.en).join(', '),
})

const writeCurrentParticipation = ({ spells, throughMonth }: StatementFacts): StatementLine => {
  const running = INSURANCE_BRANCHES.filter((branch) => spells.some((spell) => spell.branch === branch && isRunningIn(spell, throughMonth)))
  const month = wordMonth(throughMonth)
  return {
    label: { vi: `Đang tham gia (tháng ${month.vi})`, en: `Takes part in (${month.en})` },
    value:
      running.length === 0
        ? { vi: 'Không tham gia loại bảo hiểm nào', en: 'No insurance' }
        : join(running.map((branch) => BRANCH_SHORT[branch])),
  }
}

const writeTotalTime = ({ spells, throughMonth }: StatementFacts): StatementLine[] =>
  INSURANCE_BRANCHES.map((branch) => ({
    branch,
    months: countMonths(
      spells.filter((spell) => spell.branch === branch),
      throughMonth,
    ),
  }))
    .filter(({ branch, months }) => months > 0 || branch === 'social')
    .map(({ branch, months }) => ({
      label: { vi: `Tổng thời gian tham gia ${BRANCH_SHORT[branch].vi}`, en: `Total time in ${BRANCH_SHORT[branch].en}` },
      value: wordMonths(months),
    }))

const writeEmployer = ({ spells, throughMonth }: StatementFacts): StatementLine => {
  const names = new Set(
    spells
      .filter((spell) => spell.branch === 'social' && spell.scheme === 'compulsory' && isRunningIn(spell, throughMonth))
      .map((spell) => spell.employerName),
  )
  return {
    label: { vi: 'Đơn vị đang đóng BHXH', en: 'Paying employer' },
    value: names.size === 0 ? { vi: 'Không có', en: 'None' } : same(Array.from(names).join('; ')),
  }
}

const writeCard = ({ healthCard }: StatementFacts): StatementLine => {
  const label = { vi: 'Thẻ BHYT', en: 'Health card' }
  if (healthCard === null) return { label, value: { vi: 'Không có thẻ còn giá trị', en: 'No valid card' } }
  const [from, to] = [wordDate(healthCard.validFrom), healthCard.validTo === null ? null : wordDate(healthCard.validTo)]
  return {
    label,
    value: {
      vi: to === null ? `Có giá trị từ ${from.vi}` : `Có giá trị từ ${from.vi} đến ${to.vi}`,
      en: to === null ? `Valid from ${from.en}` : `Valid from ${from.en} to ${to.en}`,
    },
  }
}

type SalarySpan = { readonly fromMonth: CivilMonth; readonly toMonth: CivilMonth; readonly amountVnd: number | null }

/** Months of one amount in a row become one line; a month without a salary says so. */
const listSalaries = ({ spells, throughMonth }: StatementFacts): SalarySpan[] => {
  const spans: SalarySpan[] = []
  for (let back = SALARY_MONTHS - 1; back >= 0; back -= 1) {
    const month = addMonths(throughMonth, -back)
    const amounts = spells
      .filter((spell) => spell.branch === 'social' && isRunningIn(spell, month))
      .map((spell) => spell.contributorySalaryVnd)
      .filter((amount) => amount !== null)
    const amountVnd = amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0)
    const last = spans.at(-1)
    if (last?.amountVnd === amountVnd) spans[spans.length - 1] = { ...last, toMonth: month }
    else spans.push({ fromMonth: month, toMonth: month, amountVnd })
  }
  return spans
}

const writeSalaries = (facts: StatementFacts): StatementLine[] =>
  listSalaries(facts).map(({ fromMonth, toMonth, amountVnd }) => {
    const [from, to] = [wordMonth(fromMonth), wordMonth(toMonth)]
    const span = fromMonth === toMonth ? from : { vi: `${from.vi} – ${to.vi}`, en: `${from.en} – ${to.en}` }
    return {
      label: { vi: `Tiền lương đóng BHXH ${span.vi}`, en: `Contributory salary ${span.en}` },
      value:
        amountVnd === null
          ? { vi: 'Không đóng', en: 'None' }
          : { vi: `${formatVnd(amountVnd)} đ/tháng`, en: `${formatVnd(amountVnd)} VND a month` },
    }
  })

const writeBenefit = ({ name, amountVnd, monthly, decidedOn, fromOn, toOn }: StatementBenefit): StatementLine => {
  const [decided, from, to] = [wordDate(decidedOn), wordDate(fromOn ?? decidedOn), toOn === null ? null : wordDate(toOn)]
  const money = formatVnd(amountVnd)
  return {
    label: { vi: `Chế độ hưởng: ${name.vi}`, en: `Benefit: ${name.en}` },
    value: monthly
      ? {
          vi: `${money} đ/tháng, từ ${from.vi}${to === null ? '' : ` đến ${to.vi}`}`,
          en: `${money} VND a month, from ${from.en}${to === null ? '' : ` to ${to.en}`}`,
        }
      : { vi: `${money} đ, quyết định ngày ${decided.vi}`, en: `${money} VND, decided on ${decided.en}` },
  }
}

const writeBenefits = ({ benefits }: StatementFacts): StatementLine[] =>
  benefits.length === 0
    ? [{ label: { vi: 'Chế độ hưởng', en: 'Benefits' }, value: { vi: 'Chưa hưởng chế độ nào', en: 'None' } }]
    : benefits.map((benefit) => writeBenefit(benefit))

/** The letter: only what was ticked, on paper and on the check page alike. */
export const writeConfirmation = (facts: StatementFacts, fields: readonly StatementField[]): StatementContent => {
  const has = (field: StatementField): boolean => fields.includes(field)
  const lines = [
    ...writeHolder(facts, fields),
    ...(has('current-participation') ? [writeCurrentParticipation(facts)] : []),
    ...(has('total-time') ? writeTotalTime(facts) : []),
    ...(has('current-employer') ? [writeEmployer(facts)] : []),
    ...(has('health-card') ? [writeCard(facts)] : []),
    ...(has('recent-salaries') ? writeSalaries(facts) : []),
    ...(has('benefits-received') ? writeBenefits(facts) : []),
  ]
  const on = wordDate(facts.today)
  return {
    version: 'statement-1',
    kind: 'confirmation',
    title: STATEMENT_KIND_RULES.confirmation.title,
    period: { vi: `theo dữ liệu ngày ${on.vi}`, en: `as known on ${on.en}` },
    lines,
    tables: [],
    notes: [
      {
        vi: 'Người được xác nhận tự chọn nội dung ghi ở trên; giấy không nói gì về những nội dung không ghi.',
        en: 'The person chose what is stated above; the paper says nothing about what is not stated.',
      },
    ],
    shared: lines,
  }
}
