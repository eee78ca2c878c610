import type { Queryable } from '../platform/sql.ts'

export type AccessScope = 'own' | 'photos'

export async function findAccess(sql: Queryable, tokenHash: Buffer, registrationId: string): Promise<AccessScope | null> {
  const [row] = await sql<{ scope: AccessScope }[]>`SELECT scope FROM registration_accesses
    WHERE token_hash = ${tokenHash} AND registration_id = ${registrationId} AND expires_at > ansinh_now()`
  return row?.scope ?? null
}

/** Registrations that a browser may open as their owner. */
export async function listOwnIds(sql: Queryable, tokenHash: Buffer): Promise<string[]> {
  return (
    await sql<{ registrationId: string }[]>`SELECT registration_id AS "registrationId" FROM registration_accesses
      WHERE token_hash = ${tokenHash} AND scope = 'own' AND expires_at > ansinh_now()`
  ).map((row) => row.registrationId)
}

export async function hasAnyAccess(sql: Queryable, tokenHash: Buffer): Promise<boolean> {
  return (await sql`SELECT 1 FROM registration_accesses WHERE token_hash = ${tokenHash} AND expires_at > ansinh_now() LIMIT 1`).length > 0
}

/** An owner stays one, also when the photo step is handed to the same browser. Accesses of this registration that ran out go. */
export async function upsertAccess(
  sql: Queryable,
  access: { tokenHash: Buffer; registrationId: string; scope: AccessScope; days: number },
): Promise<void> {
  await sql`DELETE FROM registration_accesses WHERE registration_id = ${access.registrationId} AND expires_at <= ansinh_now()`
  await sql`INSERT INTO registration_accesses (token_hash, registration_id, scope, expires_at)
    VALUES (${access.tokenHash}, ${access.registrationId}, ${access.scope}, ansinh_now() + ${access.days} * interval '1 day')
    ON CONFLICT (token_hash, registration_id) DO UPDATE SET expires_at = excluded.expires_at,
      scope = CASE WHEN registration_accesses.scope = 'own' THEN 'own' ELSE excluded.scope END`
}

/** Nobody else opens a draft that nothing was put into. */
export async function deleteAccesses(sql: Queryable, registrationId: string): Promise<void> {
  await sql`DELETE FROM registration_accesses WHERE registration_id = ${registrationId}`
}

/** `registrationId` null: a form code that no form has; the row looks the same. Answers the times told to whoever asked. */
export async function insertOpening(
  sql: Queryable,
  opening: { openingId: string; registrationId: string | null; minutes: number; resendSeconds: number },
): Promise<{ expiresAt: Date; resendAt: Date }> {
  await sql`DELETE FROM registration_openings WHERE expires_at < ansinh_now() - interval '1 day'`
  const [row] = await sql<{ expiresAt: Date; resendAt: Date }[]>`INSERT INTO registration_openings (opening_id, registration_id, expires_at)
    VALUES (${opening.openingId}, ${opening.registrationId}, ansinh_now() + ${opening.minutes} * interval '1 minute')
    RETURNING expires_at AS "expiresAt", ansinh_now() + ${opening.resendSeconds} * interval '1 second' AS "resendAt"`
  if (row === undefined) throw new Error('registration_openings answered no row')
  return row
}

export async function findOpening(sql: Queryable, openingId: string): Promise<{ registrationId: string | null } | null> {
  const [row] = await sql<
    { registrationId: string | null }[]
  >`SELECT registration_id AS "registrationId" FROM registration_openings WHERE opening_id = ${openingId} AND expires_at > ansinh_now()`
  return row ?? null
}
