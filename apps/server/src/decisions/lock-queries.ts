import type { Queryable } from '../platform/sql.ts'

/** A clerk who walks away holds nobody up for longer. */
const LOCK_MINUTES = 3

export type Lock = { registrationId: string; staffId: number; staffName: string; until: Date }

/** Takes a free or run-out lock, or keeps one's own; null when a colleague holds it. */
export async function takeLock(sql: Queryable, registrationId: string, staffId: number): Promise<Date | null> {
  const [row] = await sql<{ until: Date }[]>`
    INSERT INTO registration_locks AS l (registration_id, staff_id, locked_until) VALUES (${registrationId}, ${staffId}, ansinh_now() + make_interval(mins => ${LOCK_MINUTES}))
    ON CONFLICT (registration_id) DO UPDATE SET staff_id = EXCLUDED.staff_id, locked_until = EXCLUDED.locked_until
      WHERE l.staff_id = EXCLUDED.staff_id OR l.locked_until <= ansinh_now()
    RETURNING locked_until AS until`
  return row?.until ?? null
}

export async function dropLock(sql: Queryable, registrationId: string, staffId: number): Promise<void> {
  await sql`DELETE FROM registration_locks WHERE registration_id = ${registrationId} AND staff_id = ${staffId}`
}

/** Locks that hold now. */
export async function listLocks(sql: Queryable, registrationIds: readonly string[]): Promise<Lock[]> {
  return [
    ...(await sql<
      Lock[]
    >`SELECT l.registration_id AS "registrationId", l.staff_id AS "staffId", s.full_name AS "staffName", l.locked_until AS until
      FROM registration_locks l JOIN staff_users s USING (staff_id) WHERE l.registration_id = ANY(${[...registrationIds]}::uuid[]) AND l.locked_until > ansinh_now()`),
  ]
}
