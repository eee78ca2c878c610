import type { Queryable } from '../platform/sql.ts'

/** One standing hand-over per registration: a new one makes the last worthless. */
export async function insertHandoff(sql: Queryable, handoffHash: Buffer, registrationId: string, minutes: number): Promise<Date> {
  await sql`DELETE FROM photo_handoffs WHERE registration_id = ${registrationId}`
  const [row] = await sql<{ expiresAt: Date }[]>`INSERT INTO photo_handoffs (handoff_hash, registration_id, expires_at)
    VALUES (${handoffHash}, ${registrationId}, ansinh_now() + ${minutes} * interval '1 minute') RETURNING expires_at AS "expiresAt"`
  if (row === undefined) throw new Error('photo_handoffs answered no row')
  return row.expiresAt
}

/** Uses a hand-over up, once: of two phones that scan it, one gets it. */
export async function consumeHandoff(sql: Queryable, handoffHash: Buffer): Promise<string | null> {
  const [row] = await sql<{ registrationId: string }[]>`UPDATE photo_handoffs SET used_at = ansinh_now()
    WHERE handoff_hash = ${handoffHash} AND used_at IS NULL AND expires_at > ansinh_now() RETURNING registration_id AS "registrationId"`
  return row?.registrationId ?? null
}
