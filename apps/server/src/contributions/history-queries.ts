import type { CivilDate, CivilMonth, DatedWageRegion, InsuranceBranch } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type HistorySpellRow = {
  spellId: string
  branch: InsuranceBranch
  fromMonth: CivilMonth
  toMonth: CivilMonth | null
  employerName: string
  jobTitle: string | null
  workplace: string | null
  scheme: 'compulsory' | 'voluntary'
  contributorySalaryVnd: number | null
  wageParts: Record<string, number>
  lateMonths: number
  /** Of the ward where the employer is, as the lists tell it now. */
  wageRegions: DatedWageRegion[]
  source: string
  recordedOn: CivilDate
}

/**
 * A person's spells, oldest first: those that stand, or those that stood at the end of a day in Viet Nam (recorded by then, not ended by
 * then). One shard: every table is asked for one person.
 */
export async function listHistorySpells(sql: Queryable, personId: number, knownOn: CivilDate | null): Promise<HistorySpellRow[]> {
  return [
    ...(await sql<HistorySpellRow[]>`
      WITH asked AS (SELECT coalesce(((${knownOn}::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'), 'infinity'::timestamptz) AS until)
      SELECT s.spell_id AS "spellId", s.branch, to_char(s.from_month, 'YYYY-MM') AS "fromMonth", to_char(s.to_month, 'YYYY-MM') AS "toMonth",
        s.employer_name AS "employerName", s.job_title AS "jobTitle", s.workplace, s.scheme, s.contributory_salary_vnd AS "contributorySalaryVnd",
        s.wage_parts AS "wageParts", s.late_months AS "lateMonths",
        coalesce((SELECT jsonb_agg(jsonb_build_object('fromMonth', to_char(w.valid_from, 'YYYY-MM'), 'toMonth', to_char(w.valid_to, 'YYYY-MM'), 'region', w.region, 'checked', w.checked) ORDER BY w.valid_from DESC)
          FROM employers m JOIN wage_regions w ON w.ward_code = m.ward_code AND coalesce(w.valid_to, 'infinity') >= w.valid_from
          WHERE m.employer_id = s.employer_id OR m.employer_code = s.employer_code), '[]') AS "wageRegions", s.source, (s.recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "recordedOn"
      FROM participation_spells s, asked
      WHERE s.person_id = ${personId} AND s.recorded_at < asked.until
        AND NOT EXISTS (
          SELECT FROM participation_spell_endings e WHERE e.person_id = ${personId} AND e.spell_id = s.spell_id AND e.ended_at < asked.until)
      ORDER BY s.from_month, s.employer_name`),
  ]
}
