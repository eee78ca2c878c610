import type { FraudSignal, FraudSignalKind } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type SignalRow = {
  registrationId: string
  kind: FraudSignalKind
  measured: number
  others: string[]
  staffId: number | null
  ruleVersion: string
  foundAt: Date
}

export type FoundSignal = FraudSignal & { registrationId: string; staffId?: number }

/** Found again it keeps its day; one that a reviewer has looked at opens again only when somebody new takes part. */
export async function writeSignals(sql: Queryable, signals: readonly FoundSignal[]): Promise<void> {
  const values = signals.map((signal) => ({
    registration_id: signal.registrationId,
    kind: signal.kind,
    measured: signal.measured,
    others: [...signal.others],
    staff_id: signal.staffId ?? null,
    rule_version: signal.ruleVersion,
  }))
  await sql`INSERT INTO fraud_signals AS s (registration_id, kind, measured, others, staff_id, rule_version)
    SELECT registration_id, kind, measured, ARRAY(SELECT jsonb_array_elements_text(others)::uuid), staff_id, rule_version
    FROM jsonb_to_recordset(${sql.json(values)}) AS t(registration_id uuid, kind text, measured integer, others jsonb, staff_id integer, rule_version text)
    ON CONFLICT (registration_id, kind) DO UPDATE SET measured = excluded.measured, others = excluded.others, staff_id = excluded.staff_id, rule_version = excluded.rule_version,
      cleared_at = CASE WHEN s.reviewed AND excluded.others <@ s.others THEN s.cleared_at END,
      reviewed = s.reviewed AND excluded.others <@ s.others`
}

/** Signals of these kinds that were not found any more: a photo was replaced, a colleague corrected the register. */
export async function clearVanished(sql: Queryable, registrationIds: readonly string[], found: readonly FoundSignal[]): Promise<void> {
  const keys = found.map(({ registrationId, kind }) => `${registrationId}/${kind}`)
  await sql`UPDATE fraud_signals SET cleared_at = ansinh_now() WHERE registration_id = ANY(${[...registrationIds]}::uuid[]) AND cleared_at IS NULL
    AND kind <> 'hasty-clerk' AND registration_id || '/' || kind <> ALL(${keys}::text[])`
}

/** Looked at by a reviewer: they stand no more. */
export async function clearReviewed(sql: Queryable, registrationId: string): Promise<void> {
  await sql`UPDATE fraud_signals SET cleared_at = ansinh_now(), reviewed = true WHERE registration_id = ${registrationId} AND cleared_at IS NULL`
}

/** Signals that stand, the first found first. */
export async function listSignals(sql: Queryable, registrationIds: readonly string[]): Promise<SignalRow[]> {
  return [
    ...(await sql<
      SignalRow[]
    >`SELECT registration_id AS "registrationId", kind, measured, others, staff_id AS "staffId", rule_version AS "ruleVersion", found_at AS "foundAt"
      FROM fraud_signals WHERE registration_id = ANY(${[...registrationIds]}::uuid[]) AND cleared_at IS NULL ORDER BY found_at, kind`),
  ]
}

export type ClerkDayRow = {
  staffId: number
  on: string
  approvals: number
  usual: number | null
  pauses: number[]
  registrationIds: string[]
}

/** Every clerk's day of approvals since `days` days, beside the middle of the other clerks' days, with the seconds between decisions. */
export async function listClerkDays(sql: Queryable, days: number, leastApprovals: number): Promise<ClerkDayRow[]> {
  return [
    ...(await sql<ClerkDayRow[]>`
      WITH recent AS (
        SELECT staff_id, registration_id, decided_at, (decided_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day,
          extract(epoch FROM decided_at - lag(decided_at) OVER (PARTITION BY staff_id, (decided_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date ORDER BY decided_at)) AS pause
        FROM decisions WHERE kind = 'approve' AND undone_at IS NULL AND decided_at > ansinh_now() - interval '30 days'),
      by_day AS (SELECT staff_id, day, count(*)::integer AS approvals, array_agg(DISTINCT registration_id) AS ids,
        array_agg(pause::float8 ORDER BY decided_at) FILTER (WHERE pause IS NOT NULL) AS pauses FROM recent GROUP BY staff_id, day)
      SELECT d.staff_id AS "staffId", d.day::text AS "on", d.approvals, coalesce(d.pauses, '{}') AS pauses, d.ids AS "registrationIds",
        (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY o.approvals) FROM by_day o WHERE o.staff_id <> d.staff_id)::float8 AS usual
      FROM by_day d WHERE d.approvals >= ${leastApprovals} AND d.day >= ansinh_today() - ${days}::integer ORDER BY d.day, d.staff_id`),
  ]
}
