import type { Queryable } from '../platform/sql.ts'

export type EmployerNameRow = { employerId: number; employerCode: string; name: string }
export type ConsentRow = EmployerNameRow & { givenAt: Date }
export type PrintRow = { employerName: string; printedAt: Date }
export type EndedConsentRow = { employerName: string; successorName: string; endedAt: Date }
/** As declared; `bornOn` may be a year or a month only. */
export type DeclaredPerson = { fullName: string; bornOn: string; nationalId: string | null; insuranceNumber: string | null }

/** Employers in force that list somebody of this number, name and birth date. All three: a number alone must not tell where somebody works. */
export async function listEmployersOf(sql: Queryable, person: DeclaredPerson): Promise<EmployerNameRow[]> {
  return [
    ...(await sql<EmployerNameRow[]>`
      SELECT DISTINCT e.employer_id AS "employerId", e.employer_code AS "employerCode", e.name
      FROM (SELECT * FROM roster_entries WHERE national_id = ${person.nationalId} UNION SELECT * FROM roster_entries WHERE insurance_number = ${person.insuranceNumber}) r
      JOIN employers e USING (employer_id)
      WHERE (r.left_on IS NULL OR r.left_on > ansinh_today()) AND (e.valid_to IS NULL OR e.valid_to >= ansinh_today())
        AND r.name_folded = fold_text(${person.fullName})
        AND to_char(r.born_on, CASE WHEN r.birth_year_only OR ${person.bornOn.length} = 4 THEN 'YYYY' WHEN ${person.bornOn.length} = 7 THEN 'YYYY-MM' ELSE 'YYYY-MM-DD' END)
          = left(${person.bornOn}, CASE WHEN r.birth_year_only THEN 4 ELSE ${person.bornOn.length} END)
      ORDER BY e.name, e.employer_id LIMIT 10`),
  ]
}

export async function findConsent(sql: Queryable, registrationId: string): Promise<ConsentRow | null> {
  const [row] = await sql<ConsentRow[]>`
    SELECT e.employer_id AS "employerId", e.employer_code AS "employerCode", e.name, c.given_at AS "givenAt"
    FROM printing_consents c JOIN employers e USING (employer_id) WHERE c.registration_id = ${registrationId} AND c.withdrawn_at IS NULL`
  return row ?? null
}

export async function insertConsent(sql: Queryable, registrationId: string, employerId: number): Promise<void> {
  await sql`INSERT INTO printing_consents (registration_id, employer_id) VALUES (${registrationId}, ${employerId})`
}

/** True when there was one. */
export async function endConsent(sql: Queryable, registrationId: string): Promise<boolean> {
  const { count } = await sql`
    UPDATE printing_consents SET withdrawn_at = greatest(ansinh_now(), given_at), ended_by = 'holder' WHERE registration_id = ${registrationId} AND withdrawn_at IS NULL`
  return count === 1
}

/** Of an employer that is no more; how many. */
export async function endConsentsOfEmployer(sql: Queryable, employerId: number): Promise<number> {
  const { count } = await sql`
    UPDATE printing_consents SET withdrawn_at = greatest(ansinh_now(), given_at), ended_by = 'merger' WHERE employer_id = ${employerId} AND withdrawn_at IS NULL`
  return count
}

/** The last agreement, when it ended with the employer it named and none was given since. */
export async function findEndedByMerger(sql: Queryable, registrationId: string): Promise<EndedConsentRow | null> {
  const [row] = await sql<EndedConsentRow[]>`
    SELECT e.name AS "employerName", s.name AS "successorName", c.withdrawn_at AS "endedAt"
    FROM (SELECT * FROM printing_consents WHERE registration_id = ${registrationId} ORDER BY withdrawn_at IS NULL DESC, withdrawn_at DESC LIMIT 1) c
    JOIN employers e USING (employer_id) JOIN employers s ON s.employer_id = standing_employer(c.employer_id) WHERE c.ended_by = 'merger'`
  return row ?? null
}

export async function listPrintsOf(sql: Queryable, registrationId: string): Promise<PrintRow[]> {
  return [
    ...(await sql<PrintRow[]>`
      SELECT e.name AS "employerName", l.printed_at AS "printedAt" FROM bulk_form_lines l JOIN employers e USING (employer_id)
      WHERE l.registration_id = ${registrationId} AND l.printed_at IS NOT NULL ORDER BY l.printed_at DESC LIMIT 20`),
  ]
}
