import type { CivilMonth, InsuranceBranch } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type SpellRow = {
  branch: InsuranceBranch
  fromMonth: CivilMonth
  toMonth: CivilMonth | null
  employerName: string
  jobTitle: string | null
  workplace: string | null
  scheme: 'compulsory' | 'voluntary'
  contributorySalaryVnd: number | null
  lateMonths: number
  source: string
}

export async function findThroughMonth(sql: Queryable): Promise<CivilMonth> {
  const [row] = await sql<{ month: CivilMonth }[]>`SELECT to_char(ansinh_today(), 'YYYY-MM') AS month`
  if (row === undefined) throw new Error('the database gives no date')
  return row.month
}

/** Who pays for a person this month in social insurance; null when nobody does. For staff beside the declared data. */
export async function findEmployerName(sql: Queryable, personId: number): Promise<string | null> {
  const [row] = await sql<{ employerName: string }[]>`
    SELECT s.employer_name AS "employerName" FROM participation_spells s
    WHERE s.person_id = ${personId} AND s.branch = 'social' AND s.from_month <= ansinh_today() AND (s.to_month IS NULL OR s.to_month >= date_trunc('month', ansinh_today()))
      AND NOT EXISTS (SELECT FROM participation_spell_endings e WHERE e.person_id = s.person_id AND e.spell_id = s.spell_id)
    ORDER BY s.from_month DESC LIMIT 1`
  return row?.employerName ?? null
}
