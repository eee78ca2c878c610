import type { Queryable } from '../platform/sql.ts'

/** One small row written over: proves that writes go through. */
export async function writeReadyMark(sql: Queryable): Promise<void> {
  await sql`INSERT INTO limit_counters (key, points, expire) VALUES ('ready', 1, 0)
            ON CONFLICT (key) DO UPDATE SET points = (limit_counters.points + 1) % 1000000`
}

type InstallationRow = { demo: boolean; today: string; serverVersion: string }

export async function findInstallation(sql: Queryable): Promise<InstallationRow | null> {
  const rows = await sql<InstallationRow[]>`
    SELECT demo, ansinh_today()::text AS today, current_setting('server_version') AS "serverVersion" FROM installation`
  return rows[0] ?? null
}

/** Changes with what is announced now; null while nothing is. */
export async function readAnnounced(sql: Queryable): Promise<string | null> {
  const [row] = await sql<{ announced: string | null }[]>`
    SELECT left(md5(string_agg(n.incident_id || '/' || n.update_no, ' ' ORDER BY n.incident_id)), 12) AS announced FROM incidents_now n
    WHERE n.state = 'open' AND n.begins_at < ansinh_now() + interval '2 days'`
  return row?.announced ?? null
}
