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

export async function findOrganisationKind(sql: Queryable, employerId: number): Promise<'employer' | 'school' | null> {
  const [row] = await sql<{ kind: 'employer' | 'school' }[]>`SELECT kind FROM employer_organisations WHERE employer_id = ${employerId}`
  return row?.kind ?? null
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

export type MergerIntoRow = { name: string; settledAt: Date; moved: number; united: number; consentsEnded: number }

/** Runs with an employer's rights. */
export async function listMergersInto(sql: Queryable, employerId: number): Promise<MergerIntoRow[]> {
  return [
    ...(await sql<MergerIntoRow[]>`
      SELECT e.name, m.settled_at AS "settledAt", m.moved, m.united, m.consents_ended AS "consentsEnded" FROM employer_mergers m JOIN employers e ON e.employer_id = m.from_employer_id
      WHERE m.to_employer_id = ${employerId} AND m.undone_at IS NULL AND m.settled_at > ansinh_now() - interval '90 days' ORDER BY m.settled_at DESC LIMIT 20`),
  ]
}

/** The officers of an employer and of those merged into it; `works`: may sign in today. */
export type OfficerListRow = {
  officerId: number
  userName: string
  fullName: string
  role: EmployerActor['role']
  validFrom: string
  validTo: string | null
  stopped: boolean
  activated: boolean
  works: boolean
}
export async function listOfficersOf(sql: Queryable, employerId: number): Promise<OfficerListRow[]> {
  return sql<OfficerListRow[]>`
    SELECT officer_id AS "officerId", user_name AS "userName", full_name AS "fullName", role, valid_from AS "validFrom", valid_to AS "validTo", stopped_at IS NOT NULL AS stopped,
      password_hash IS NOT NULL AS activated,
      acting_employer(employer_id) = ${employerId} AND stopped_at IS NULL AND valid_from <= ansinh_today() AND (valid_to IS NULL OR valid_to >= ansinh_today()) AND password_hash IS NOT NULL AS works
    FROM employer_officers WHERE employer_id IN (SELECT employers_now(${employerId})) ORDER BY role, full_name, officer_id`
}

/** One change of officers of an employer at a time: the last administrator is counted in peace. */
export async function lockOrganisation(sql: Queryable, employerId: number): Promise<void> {
  await sql`SELECT employer_id FROM employer_organisations WHERE employer_id IN (SELECT employers_now(${employerId})) ORDER BY employer_id FOR UPDATE`
}

export async function updateOfficer(
  sql: Queryable,
  { officerId, role, validTo, stopped }: { officerId: number; role: EmployerActor['role']; validTo: string | null; stopped: boolean },
): Promise<void> {
  await sql`UPDATE employer_officers SET role = ${role}, valid_to = ${validTo}, stopped_at = CASE WHEN ${stopped} THEN coalesce(stopped_at, ansinh_now()) END
    WHERE officer_id = ${officerId}`
}

export async function readOfficerToday(sql: Queryable): Promise<string> {
  const [row] = await sql<{ today: string }[]>`SELECT ansinh_today() AS today`
  return row?.today ?? ''
}

/** Opened again after an end, too. */
export async function reopenOrganisation(sql: Queryable, employerId: number, kind: 'employer' | 'school'): Promise<void> {
  await sql`UPDATE employer_organisations SET ended_at = NULL, end_reason = NULL, kind = ${kind} WHERE employer_id = ${employerId}`
}

export async function endOrganisationAt(sql: Queryable, employerId: number, reason: string): Promise<boolean> {
  const rows =
    await sql`UPDATE employer_organisations SET ended_at = ansinh_now(), end_reason = ${reason} WHERE employer_id = ${employerId} AND ended_at IS NULL RETURNING employer_id`
  return rows.length === 1
}
