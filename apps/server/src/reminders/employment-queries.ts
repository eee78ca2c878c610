import type { Queryable } from '../platform/sql.ts'

/** Whom to tell what about which spell. `spellKey` names the spell for ever, also when its row is replaced by a corrected one. */
export type EmploymentFact = {
  personId: number
  phone: string
  email: string | null
  spellKey: string
  employerName: string
  lateMonths: number
  /** yyyy-MM */
  lastMonth: string
  what: 'unpaid' | 'ended'
}

/** Spells older than this are history: their end is no news. */
const NEWS_MONTHS = 3

/**
 * Compulsory spells of people with a living account: `lateMonths` or more unpaid, or ended of late with none that goes on; each told once.
 * A spell is named by employer and first month, since every import may replace its row.
 */
export async function listEmploymentFacts(sql: Queryable, lateMonths: number, limit: number): Promise<EmploymentFact[]> {
  return [
    ...(await sql<EmploymentFact[]>`
      WITH standing AS NOT MATERIALIZED (
        SELECT p.person_id, p.spell_id, p.employer_name, p.from_month, p.to_month, p.late_months,
          md5(coalesce(p.employer_code, p.employer_name)) || '/' || to_char(p.from_month, 'YYYY-MM') AS spell_key
        FROM participation_spells p
        WHERE p.branch = 'social' AND p.scheme = 'compulsory'
          AND NOT EXISTS (SELECT FROM participation_spell_endings e WHERE e.person_id = p.person_id AND e.spell_id = p.spell_id)),
      due AS (
        SELECT person_id, spell_key, employer_name, late_months, to_month, 'unpaid' AS what FROM standing WHERE late_months >= ${lateMonths}
        UNION ALL
        SELECT s.person_id, s.spell_key, s.employer_name, s.late_months, s.to_month, 'ended' FROM standing s
        WHERE s.to_month < date_trunc('month', ansinh_today()) AND s.to_month >= date_trunc('month', ansinh_today()) - make_interval(months => ${NEWS_MONTHS})
          AND NOT EXISTS (SELECT FROM standing o WHERE o.person_id = s.person_id AND o.spell_id <> s.spell_id AND (o.to_month IS NULL OR o.to_month > s.to_month)))
      SELECT DISTINCT ON (d.person_id, d.spell_key, d.what) d.person_id AS "personId", a.phone, a.email, d.spell_key AS "spellKey", d.employer_name AS "employerName",
        d.late_months AS "lateMonths", coalesce(to_char(d.to_month, 'YYYY-MM'), '') AS "lastMonth", d.what
      FROM due d JOIN accounts a ON a.person_id = d.person_id AND a.state = 'active'
      WHERE NOT EXISTS (SELECT FROM notices n WHERE n.person_id = d.person_id AND n.notice_key = 'employment-' || d.what || '/' || d.spell_key)
      ORDER BY d.person_id, d.spell_key, d.what LIMIT ${limit}`),
  ]
}
