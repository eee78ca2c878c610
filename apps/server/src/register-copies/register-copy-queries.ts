import type { Queryable } from '../platform/sql.ts'

export type RosterLineRow = {
  entryId: string
  kind: 'employee' | 'pupil'
  fullName: string
  bornOn: string
  sex: 'male' | 'female' | null
  nationalId: string | null
  insuranceNumber: string | null
  employeeNumber: string | null
  department: string
  shift: string
  workPhone: string | null
  workEmail: string | null
  joinedOn: string | null
  state: string
  helpReason: string | null
  stateSince: Date
}
export type RosterKeyRow = { keyId: string; name: string; madeBy: string; madeAt: Date; lastUsedAt: Date | null; revokedAt: Date | null }

/** Runs with an employer's rights. A page of those who have not left, in the order of their ids. */
export async function listRosterLines(
  sql: Queryable,
  employerId: number,
  { after, limit }: { after: string | null; limit: number },
): Promise<RosterLineRow[]> {
  return sql<RosterLineRow[]>`
    SELECT entry_id AS "entryId", kind, full_name AS "fullName", CASE WHEN birth_year_only THEN to_char(born_on, 'YYYY') ELSE born_on::text END AS "bornOn", sex,
      national_id AS "nationalId", insurance_number AS "insuranceNumber", employee_number AS "employeeNumber", department, shift, work_phone AS "workPhone",
      work_email AS "workEmail", joined_on AS "joinedOn", state, help_reason AS "helpReason", state_since AS "stateSince"
    FROM roster_entries WHERE employer_id = ${employerId} AND (left_on IS NULL OR left_on > ansinh_today()) AND (${after}::uuid IS NULL OR entry_id > ${after}::uuid)
    ORDER BY entry_id LIMIT ${limit}`
}

/** Runs with an employer's rights. */
export async function findCopyHead(
  sql: Queryable,
  employerId: number,
): Promise<{ name: string; code: string; asOf: Date; todayOn: string }> {
  const [row] = await sql<{ name: string; code: string; asOf: Date; todayOn: string }[]>`
    SELECT name, employer_code AS code, ansinh_now() AS "asOf", ansinh_today() AS "todayOn" FROM employers WHERE employer_id = ${employerId}`
  if (row === undefined) throw new Error('no such employer')
  return row
}

/** Runs with an employer's rights. */
export async function listKeysOf(sql: Queryable, employerId: number): Promise<RosterKeyRow[]> {
  return sql<RosterKeyRow[]>`
    SELECT k.key_id AS "keyId", k.name, o.full_name AS "madeBy", k.made_at AS "madeAt", k.last_used_at AS "lastUsedAt", k.revoked_at AS "revokedAt"
    FROM roster_keys k JOIN employer_officers o ON o.officer_id = k.made_by WHERE k.employer_id = ${employerId} ORDER BY k.made_at DESC, k.key_id`
}

/** Runs with an employer's rights. */
export async function insertKey(
  sql: Queryable,
  key: { employerId: number; name: string; keyHash: Buffer; officerId: number },
): Promise<string> {
  const [row] = await sql<{ keyId: string }[]>`
    INSERT INTO roster_keys (key_id, employer_id, name, key_hash, made_by) VALUES (gen_random_uuid(), ${key.employerId}, ${key.name}, ${key.keyHash}, ${key.officerId})
    RETURNING key_id AS "keyId"`
  if (row === undefined) throw new Error('the key was not written')
  return row.keyId
}

/** Runs with an employer's rights. False: there is none of this id, or it was revoked before. */
export async function revokeKey(sql: Queryable, employerId: number, keyId: string): Promise<boolean> {
  const rows =
    await sql`UPDATE roster_keys SET revoked_at = ansinh_now() WHERE employer_id = ${employerId} AND key_id = ${keyId} AND revoked_at IS NULL RETURNING key_id`
  return rows.length === 1
}

/** Whose key this is, while neither the key nor the employer's account is ended; who was merged reads its successor's roster. */
export async function useKey(sql: Queryable, keyHash: Buffer): Promise<{ keyId: string; employerId: number; employerCode: string } | null> {
  const [row] = await sql<{ keyId: string; employerId: number; employerCode: string }[]>`
    UPDATE roster_keys k SET last_used_at = ansinh_now()
    FROM employer_organisations own, employers e
    WHERE k.key_hash = ${keyHash} AND k.revoked_at IS NULL AND own.employer_id = k.employer_id AND own.ended_at IS NULL AND e.employer_id = acting_employer(k.employer_id)
      AND NOT EXISTS (SELECT FROM employer_organisations joined WHERE joined.employer_id = e.employer_id AND joined.ended_at IS NOT NULL)
    RETURNING k.key_id AS "keyId", e.employer_id AS "employerId", e.employer_code AS "employerCode"`
  return row ?? null
}
