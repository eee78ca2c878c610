import type { EmployerActor } from '../platform/actor.ts'
import type { Queryable } from '../platform/sql.ts'

export type NewOfficer = {
  employerId: number
  userName: string
  fullName: string
  role: EmployerActor['role']
  validTo: string | null
  passwordHash: string | null
  madeByStaff: number | null
  madeByOfficer: number | null
}
export type EmployerHomeRow = {
  employerCode: string
  employerName: string
  employerAddress: string
  kind: 'employer' | 'school'
  officeName: string
  officeAddress: string
  officePhone: string | null
  asOf: Date
}

/** Opened once; opening it again changes nothing. False: it was open, or is ended. */
export async function insertOrganisation(
  sql: Queryable,
  { employerId, kind, staffId }: { employerId: number; kind: 'employer' | 'school'; staffId: number | null },
): Promise<boolean> {
  const rows = await sql`
    INSERT INTO employer_organisations (employer_id, kind, opened_by, opened_office_id)
    SELECT employer_id, ${kind}, ${staffId}, office_id FROM employers WHERE employer_id = ${employerId} ON CONFLICT DO NOTHING RETURNING employer_id`
  return rows.length === 1
}

/** Null: somebody has this user name. */
export async function insertOfficer(sql: Queryable, officer: NewOfficer): Promise<number | null> {
  const [row] = await sql<{ officerId: number }[]>`
    INSERT INTO employer_officers (employer_id, user_name, full_name, role, valid_to, password_hash, totp_secret_encrypted, made_by_staff, made_by_officer)
    VALUES (${officer.employerId}, ${officer.userName}, ${officer.fullName}, ${officer.role}, ${officer.validTo}, ${officer.passwordHash}, ''::bytea, ${officer.madeByStaff}, ${officer.madeByOfficer})
    ON CONFLICT (user_name) DO NOTHING RETURNING officer_id AS "officerId"`
  return row?.officerId ?? null
}

export async function setOfficerSecret(sql: Queryable, officerId: number, encrypted: Buffer): Promise<void> {
  await sql`UPDATE employer_officers SET totp_secret_encrypted = ${encrypted} WHERE officer_id = ${officerId}`
}

/** Runs with an employer's rights. */
export async function findEmployerHome(sql: Queryable, employerId: number): Promise<EmployerHomeRow | null> {
  const [row] = await sql<EmployerHomeRow[]>`
    SELECT e.employer_code AS "employerCode", e.name AS "employerName", e.address AS "employerAddress", coalesce(g.kind, 'employer') AS kind, o.name AS "officeName", o.address AS "officeAddress",
      o.phone AS "officePhone", ansinh_now() AS "asOf"
    FROM employers e JOIN offices o USING (office_id) LEFT JOIN employer_organisations g ON g.employer_id = e.employer_id WHERE e.employer_id = ${employerId}`
  return row ?? null
}

/** Runs with an employer's rights. */
export async function countPeopleByState(sql: Queryable, employerId: number): Promise<{ state: string; people: number }[]> {
  return sql<{ state: string; people: number }[]>`
    SELECT state, sum(people)::int AS people FROM rollout_counts WHERE employer_id = ${employerId} GROUP BY state HAVING sum(people) > 0 ORDER BY state`
}
