import type { Queryable } from '../platform/sql.ts'

/** Names of staff by id, for the history of a case. */
export async function listStaffNames(sql: Queryable, staffIds: readonly number[]): Promise<Map<number, string>> {
  const rows = await sql<
    { staffId: number; fullName: string }[]
  >`SELECT staff_id AS "staffId", full_name AS "fullName" FROM staff_users WHERE staff_id = ANY(${[...staffIds]}::integer[])`
  return new Map(rows.map((row) => [row.staffId, row.fullName]))
}

export async function insertExtensionReason(sql: Queryable, registrationId: string, staffId: number, reason: string): Promise<void> {
  await sql`INSERT INTO extension_reasons (registration_id, staff_id, reason) VALUES (${registrationId}, ${staffId}, ${reason})`
}
