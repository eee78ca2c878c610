import type { Queryable } from '../platform/sql.ts'

/** One small row written over: proves that writes go through. */
export async function writeReadyMark(sql: Queryable): Promise<void> {
  await sql`INSERT INTO limit_counters (key, points, expire) VALUES ('ready', 1, 0)
            ON CONFLICT (key) DO UPDATE SET points = (limit_counters.points + 1) % 1000000`
}

export async function findInstallation(sql: Queryable): Promise<{ demo: boolean; today: string; serverVersion: string } | null> {
  const rows = await sql<{ demo: boolean; today: string; serverVersion: string }[]>`
    SELECT demo, ansinh_today()::text AS today, current_setting('server_version') AS "serverVersion" FROM installation`
  return rows[0] ?? null
}
