import type postgres from 'postgres'

import type { Someone } from './register-someone.ts'

/** Synthetic people of the register who may be approved: alive, not merged, born on a whole date, without an account; each with a phone of their own. */
export async function listRegistrants(owner: postgres.Sql, count: number, officeId: number): Promise<Someone[]> {
  const [ward] = await owner<{ wardCode: string; provinceCode: string }[]>`
    SELECT unit_code AS "wardCode", parent_code AS "provinceCode" FROM administrative_units WHERE unit_level = 'ward' ORDER BY unit_code LIMIT 1`
  const people = await owner<{ fullName: string; insuranceNumber: string; bornOn: string; sex: string }[]>`
    SELECT full_name AS "fullName", insurance_number AS "insuranceNumber", born_on_partial AS "bornOn", sex FROM persons p
    WHERE died_on IS NULL AND merged_into_person_id IS NULL AND born_on IS NOT NULL AND born_on < '2008-01-01'
      AND NOT EXISTS (SELECT FROM accounts a WHERE a.person_id = p.person_id)
      AND NOT EXISTS (SELECT FROM registrations r WHERE r.declared ->> 'insuranceNumber' = p.insurance_number)
    ORDER BY person_id LIMIT ${count}`
  // Whoever registered before keeps the phone: a second code to it would have to wait its minute, and its texts would mix.
  const [before] = await owner<{ n: number }[]>`SELECT count(*)::int AS n FROM registrations`
  if (ward === undefined || people.length < count) throw new Error(`only ${people.length} of ${count} people may register`)
  return people.map((person, at) => ({ ...person, phone: `095${7_000_000 + (before?.n ?? 0) + at}`, officeId, ...ward }))
}
