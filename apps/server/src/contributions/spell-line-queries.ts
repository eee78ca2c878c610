import {
  type CivilMonth,
  type CorrectableLine,
  formatMonthEn,
  formatMonthVi,
  formatVnd,
  type InsuranceBranch,
  makeCorrectionFacts,
} from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

type SpellLineRow = {
  branch: InsuranceBranch
  fromMonth: CivilMonth
  toMonth: CivilMonth | null
  employerName: string
  jobTitle: string | null
  workplace: string | null
  contributorySalaryVnd: number | null
  lateMonths: number
  source: string
}

const BRANCHES = {
  social: { vi: 'BHXH', en: 'Social insurance' },
  unemployment: { vi: 'BHTN', en: 'Unemployment insurance' },
  'employment-injury': { vi: 'BHTNLĐ-BNN', en: 'Employment injury insurance' },
  health: { vi: 'BHYT', en: 'Health insurance' },
} as const
const NOW = { vi: 'nay', en: 'now' } as const

const dated = (month: CivilMonth | null) => (month === null ? NOW : { vi: formatMonthVi(month), en: formatMonthEn(month) })

/** One of a person's spells by our id; with `.yyyy-MM` behind it, one month of it. Ended ones too: they are shown "as known on". */
export async function findSpellLine(sql: Queryable, personId: number, lineId: string): Promise<CorrectableLine | null> {
  const [spellId = '', month] = lineId.split('.')
  const [spell] = await sql<SpellLineRow[]>`
    SELECT s.branch, to_char(s.from_month, 'YYYY-MM') AS "fromMonth", to_char(s.to_month, 'YYYY-MM') AS "toMonth", s.employer_name AS "employerName", s.job_title AS "jobTitle",
      s.workplace, s.contributory_salary_vnd AS "contributorySalaryVnd", s.late_months AS "lateMonths", s.source
    FROM participation_spells s WHERE s.person_id = ${personId} AND s.spell_id::text = ${spellId}`
  if (spell === undefined || (month !== undefined && (month < spell.fromMonth || (spell.toMonth !== null && month > spell.toMonth))))
    return null
  const [from, to, branch] = [dated(month ?? spell.fromMonth), dated(month ?? spell.toMonth), BRANCHES[spell.branch]]
  return {
    title: {
      vi: `${branch.vi}, ${from.vi} – ${to.vi}, ${spell.employerName}`,
      en: `${branch.en}, ${from.en} – ${to.en}, ${spell.employerName}`,
    },
    source: spell.source,
    facts: makeCorrectionFacts([
      ['fromMonth', 'Từ tháng', 'From month', from],
      ['toMonth', 'Đến tháng', 'To month', to],
      ['employerName', 'Đơn vị', 'Employer', spell.employerName],
      ['jobTitle', 'Nghề nghiệp, chức vụ', 'Job', spell.jobTitle],
      ['workplace', 'Nơi làm việc', 'Workplace', spell.workplace],
      [
        'contributorySalaryVnd',
        'Tiền lương đóng',
        'Contributory salary',
        spell.contributorySalaryVnd === null ? null : formatVnd(spell.contributorySalaryVnd),
      ],
      ['lateMonths', 'Số tháng chậm đóng', 'Months paid late', String(spell.lateMonths)],
    ]),
  }
}
