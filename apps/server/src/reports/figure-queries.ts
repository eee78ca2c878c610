import type { CivilDate, DecisionKind } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

/** A day in Viet Nam begins at this instant. */
const startOf = (sql: Queryable, on: CivilDate) => sql`(${on}::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')`

/** Registrations submitted to these offices, by day, from a day on. */
export async function countIntake(
  sql: Queryable,
  officeIds: readonly number[],
  fromOn: CivilDate,
): Promise<{ on: CivilDate; cases: number }[]> {
  return [
    ...(await sql<{ on: CivilDate; cases: number }[]>`
      SELECT submitted_on AS "on", count(*)::integer AS cases FROM registrations
      WHERE office_id = ANY(${[...officeIds]}::integer[]) AND file_number IS NOT NULL AND submitted_on >= ${fromOn} GROUP BY 1 ORDER BY 1`),
  ]
}

/** Papers taken in at these offices, by day, from a day on. */
export async function countReceived(
  sql: Queryable,
  officeIds: readonly number[],
  fromOn: CivilDate,
): Promise<{ on: CivilDate; cases: number }[]> {
  return [
    ...(await sql<{ on: CivilDate; cases: number }[]>`
      SELECT (received_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "on", count(*)::integer AS cases FROM registrations
      WHERE office_id = ANY(${[...officeIds]}::integer[]) AND received_at >= ${startOf(sql, fromOn)} GROUP BY 1 ORDER BY 1`),
  ]
}

export type DecidedRow = { on: CivilDate; kind: DecisionKind; reasonCodes: string[]; minutes: number | null }

/** Standing decisions of these offices from a day on, with the minutes since the paper came; of nobody by name. */
export async function listDecided(sql: Queryable, officeIds: readonly number[], fromOn: CivilDate): Promise<DecidedRow[]> {
  return [
    ...(await sql<DecidedRow[]>`
      SELECT (d.decided_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "on", d.kind, d.reason_codes AS "reasonCodes",
        round(extract(epoch FROM d.decided_at - (SELECT max(m.moved_at) FROM registration_moves m
          WHERE m.registration_id = d.registration_id AND m.move = 'receive' AND m.moved_at <= d.decided_at)) / 60)::integer AS minutes
      FROM decisions d WHERE d.office_id = ANY(${[...officeIds]}::integer[]) AND d.undone_at IS NULL AND d.decided_at >= ${startOf(sql, fromOn)}`),
  ]
}

/** What stands open today, and how much of it is due within two days. */
export async function countOpen(sql: Queryable, officeIds: readonly number[]): Promise<{ open: number; nearDeadline: number }> {
  const [row] = await sql<{ open: number; nearDeadline: number }[]>`
    SELECT count(*)::integer AS open, count(*) FILTER (WHERE state = 'awaiting-visit' AND due_on BETWEEN ansinh_today() AND ansinh_today() + 2)::integer AS "nearDeadline"
    FROM registrations WHERE office_id = ANY(${[...officeIds]}::integer[]) AND state IN ('awaiting-visit', 'received', 'checked', 'fraud-review', 'returned')`
  return row ?? { open: 0, nearDeadline: 0 }
}
