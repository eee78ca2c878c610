import type { Queryable } from '../platform/sql.ts'

/** A new code takes the place of everything the officer had: password, authenticator, sessions. Answers until when it holds. */
export async function setActivation(
  sql: Queryable,
  { officerId, codeHash, days, secret }: { officerId: number; codeHash: Buffer; days: number; secret: Buffer },
): Promise<Date> {
  await sql`UPDATE employer_sessions SET revoked_at = ansinh_now() WHERE officer_id = ${officerId} AND revoked_at IS NULL`
  const [row] = await sql<{ until: Date }[]>`
    UPDATE employer_officers SET activation_hash = ${codeHash}, activation_until = ansinh_now() + make_interval(days => ${days}), password_hash = NULL,
      totp_secret_encrypted = ${secret}, totp_last_step = NULL
    WHERE officer_id = ${officerId} RETURNING activation_until AS until`
  if (row === undefined) throw new Error('no such officer')
  return row.until
}

export type WaitingOfficerRow = { officerId: number; fullName: string; secret: Buffer }

/** Whose slip this is, while it holds. */
export async function findWaitingOfficer(sql: Queryable, userName: string, codeHash: Buffer): Promise<WaitingOfficerRow | null> {
  const [row] = await sql<WaitingOfficerRow[]>`
    SELECT officer_id AS "officerId", full_name AS "fullName", totp_secret_encrypted AS secret FROM employer_officers
    WHERE user_name = ${userName} AND activation_hash = ${codeHash} AND activation_until > ansinh_now() AND stopped_at IS NULL AND (valid_to IS NULL OR valid_to >= ansinh_today())`
  return row ?? null
}

/** Once: of two that finish at the same moment one is answered true. */
export async function finishActivationOf(
  sql: Queryable,
  { officerId, codeHash, passwordHash, step }: { officerId: number; codeHash: Buffer; passwordHash: string; step: number },
): Promise<boolean> {
  const rows = await sql`
    UPDATE employer_officers SET password_hash = ${passwordHash}, totp_last_step = ${step}, activation_hash = NULL, activation_until = NULL
    WHERE officer_id = ${officerId} AND activation_hash = ${codeHash} RETURNING officer_id`
  return rows.length === 1
}
