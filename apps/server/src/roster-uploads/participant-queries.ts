import type { Queryable } from '../platform/sql.ts'

export type Participant = { fullName: string; bornOn: string; insuranceNumber: string; nationalId: string | null }

/**
 * Whom this employer declares at present: what it declared itself, and nothing else that the register knows. Declarations come by month; one
 * that ends with the month before last may still be followed by the next file.
 */
export async function listParticipants(sql: Queryable, employerId: number, most: number): Promise<Participant[]> {
  return [
    ...(await sql<Participant[]>`
      SELECT p.full_name AS "fullName", p.born_on_partial AS "bornOn", p.insurance_number AS "insuranceNumber", p.national_id AS "nationalId"
      FROM (
        SELECT DISTINCT w.person_id FROM participation_spells w WHERE w.employer_id = ${employerId} AND w.branch = 'social' AND w.scheme = 'compulsory'
          AND (w.to_month IS NULL OR w.to_month >= date_trunc('month', ansinh_today()) - interval '2 months') AND w.from_month <= ansinh_today()
          AND NOT EXISTS (SELECT FROM participation_spell_endings e WHERE e.person_id = w.person_id AND e.spell_id = w.spell_id)
        LIMIT ${most}
      ) w JOIN persons p ON p.person_id = w.person_id WHERE p.merged_into_person_id IS NULL AND (p.died_on IS NULL OR p.died_on > ansinh_today())
      ORDER BY p.name_folded, p.person_id`),
  ]
}
