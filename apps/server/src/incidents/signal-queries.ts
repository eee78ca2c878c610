import type { Queryable } from '../platform/sql.ts'

export type QueueRow = { waiting: number; oldestSeconds: number; failedPercent: number }

/** Messages that should have left by now, and how the last quarter of an hour went. */
export async function readMessageQueue(sql: Queryable): Promise<QueueRow> {
  const [row] = await sql<QueueRow[]>`
    SELECT w.waiting, w.seconds AS "oldestSeconds", coalesce(t.failed * 100 / nullif(t.tried, 0), 0)::integer AS "failedPercent" FROM
      (SELECT count(*)::integer AS waiting, coalesce(extract(epoch FROM ansinh_now() - min(created_at)), 0)::integer AS seconds
        FROM messages WHERE state IN ('queued', 'temporary') AND send_after <= ansinh_now() AND priority < 2 AND channel = 'sms') w,
      (SELECT count(*) FILTER (WHERE state IN ('permanent', 'temporary'))::integer AS failed, count(*) FILTER (WHERE attempts > 0)::integer AS tried
        FROM messages WHERE created_at > ansinh_now() - interval '15 minutes' AND channel = 'sms' AND attempts > 0) t`
  return row ?? { waiting: 0, oldestSeconds: 0, failedPercent: 0 }
}

/** Jobs that should run by now. */
export async function readJobQueue(sql: Queryable): Promise<QueueRow> {
  const [row] = await sql<QueueRow[]>`
    SELECT count(*)::integer AS waiting, coalesce(extract(epoch FROM now() - min(start_after)), 0)::integer AS "oldestSeconds",
      coalesce((SELECT count(*) FILTER (WHERE state = 'failed') * 100 / nullif(count(*), 0) FROM pgboss.job WHERE completed_on > now() - interval '15 minutes'), 0)::integer AS "failedPercent"
    FROM pgboss.job WHERE state IN ('created', 'retry') AND start_after <= now()`
  return row ?? { waiting: 0, oldestSeconds: 0, failedPercent: 0 }
}

/** A cheap write to the row that readiness writes. */
export async function writeOnce(sql: Queryable): Promise<void> {
  await sql`INSERT INTO limit_counters (key, points, expire) VALUES ('ready', 1, 0) ON CONFLICT (key) DO UPDATE SET points = (limit_counters.points + 1) % 1000000`
}
