import type { CivilMonth, InsuranceBranch } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

/** All that a spell says; `employerCode` as declared, also when no employer of ours has it. */
export type SpellFacts = {
  branch: InsuranceBranch
  scheme: 'compulsory' | 'voluntary'
  fromMonth: CivilMonth
  toMonth: CivilMonth | null
  employerCode: string | null
  employerName: string
  jobTitle: string | null
  workplace: string | null
  contributorySalaryVnd: number | null
  wageParts: Record<string, number>
  ratePercent: number | null
  lateMonths: number
}

type SpellEnding = { personId: number; spellId: string; kind: 'correction' | 'change' | 'withdrawal'; source: string }

/** Ends a standing spell; false when it is not this person's or has ended already. */
export async function endSpell(sql: Queryable, { personId, spellId, kind, source }: SpellEnding): Promise<boolean> {
  const rows = await sql`
    INSERT INTO participation_spell_endings (person_id, spell_id, kind, source)
    SELECT person_id, spell_id, ${kind}, ${source} FROM participation_spells WHERE person_id = ${personId} AND spell_id = ${spellId}
    ON CONFLICT (person_id, spell_id) DO NOTHING RETURNING 1`
  return rows.length === 1
}

export async function insertSpell(sql: Queryable, personId: number, spell: SpellFacts, source: string): Promise<void> {
  await sql`
    INSERT INTO participation_spells (person_id, spell_id, branch, scheme, from_month, to_month, employer_id, employer_code, employer_name, job_title, workplace,
      contributory_salary_vnd, wage_parts, rate_percent, late_months, source)
    VALUES (${personId}, gen_random_uuid(), ${spell.branch}, ${spell.scheme}, ${`${spell.fromMonth}-01`}, ${spell.toMonth === null ? null : `${spell.toMonth}-01`},
      (SELECT employer_id FROM employers WHERE employer_code = ${spell.employerCode}), ${spell.employerCode}, ${spell.employerName}, ${spell.jobTitle}, ${spell.workplace},
      ${spell.contributorySalaryVnd}, ${sql.json(spell.wageParts)}, ${spell.ratePercent}, ${spell.lateMonths}, ${source})`
}

/** All that a standing spell says, by our id as text; null when it is somebody else's, or has ended. */
export async function findStandingSpell(
  sql: Queryable,
  personId: number,
  spellId: string,
): Promise<(SpellFacts & { spellId: string }) | null> {
  const [row] = await sql<(SpellFacts & { spellId: string })[]>`
    SELECT s.spell_id AS "spellId", s.branch, s.scheme, to_char(s.from_month, 'YYYY-MM') AS "fromMonth", to_char(s.to_month, 'YYYY-MM') AS "toMonth",
      s.employer_code AS "employerCode", s.employer_name AS "employerName", s.job_title AS "jobTitle", s.workplace,
      s.contributory_salary_vnd AS "contributorySalaryVnd", s.wage_parts AS "wageParts", s.rate_percent::float8 AS "ratePercent", s.late_months AS "lateMonths"
    FROM participation_spells s WHERE s.person_id = ${personId} AND s.spell_id::text = ${spellId}
      AND NOT EXISTS (SELECT FROM participation_spell_endings e WHERE e.person_id = s.person_id AND e.spell_id = s.spell_id)`
  return row ?? null
}
