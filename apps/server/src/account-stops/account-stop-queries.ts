import type { Queryable } from '../platform/sql.ts'

export type AccountStopRow = {
  personId: number
  stopId: string
  fileNumber: string
  officeId: number
  askedAt: Date
  appliesAt: Date
  isOpen: boolean
}

const columns = (sql: Queryable) => sql`
  person_id AS "personId", stop_id AS "stopId", file_number AS "fileNumber", office_id AS "officeId", asked_at AS "askedAt", applies_at AS "appliesAt",
  applied_at IS NULL AND cancelled_at IS NULL AS "isOpen"`

export async function findAccountStop(sql: Queryable, personId: number, stopId: string): Promise<AccountStopRow | null> {
  const [row] = await sql<AccountStopRow[]>`SELECT ${columns(sql)} FROM account_stops WHERE person_id = ${personId} AND stop_id = ${stopId}`
  return row ?? null
}

export async function findOpenStop(sql: Queryable, personId: number): Promise<AccountStopRow | null> {
  const [row] = await sql<AccountStopRow[]>`
    SELECT ${columns(sql)} FROM account_stops WHERE person_id = ${personId} AND applied_at IS NULL AND cancelled_at IS NULL`
  return row ?? null
}

/** False when one waits already: an index lets one of two through. */
export async function insertAccountStop(
  sql: Queryable,
  stop: { personId: number; stopId: string; fileNumber: string; officeId: number },
  holdHours: number,
): Promise<boolean> {
  const { count } = await sql`
    INSERT INTO account_stops (person_id, stop_id, file_number, office_id, applies_at)
    VALUES (${stop.personId}, ${stop.stopId}, ${stop.fileNumber}, ${stop.officeId}, ansinh_now() + make_interval(hours => ${holdHours})) ON CONFLICT DO NOTHING`
  return count === 1
}

/** Takes back what waits, or only `stopId`; answers what was taken back. */
export async function cancelOpenStops(
  sql: Queryable,
  { personId, stopId = null }: { personId: number; stopId?: string | null },
): Promise<{ stopId: string }[]> {
  return [
    ...(await sql<{ stopId: string }[]>`
      UPDATE account_stops SET cancelled_at = ansinh_now()
      WHERE person_id = ${personId} AND (${stopId}::uuid IS NULL OR stop_id = ${stopId}) AND applied_at IS NULL AND cancelled_at IS NULL RETURNING stop_id AS "stopId"`),
  ]
}

export async function listDueStops(sql: Queryable, most: number): Promise<AccountStopRow[]> {
  return [
    ...(await sql<AccountStopRow[]>`
      SELECT ${columns(sql)} FROM account_stops WHERE applies_at <= ansinh_now() AND applied_at IS NULL AND cancelled_at IS NULL ORDER BY applies_at LIMIT ${most}`),
  ]
}

/** Takes the stop as done, once; false when it was taken back or done in the meantime. */
export async function markStopApplied(sql: Queryable, { personId, stopId }: { personId: number; stopId: string }): Promise<boolean> {
  const { count } = await sql`UPDATE account_stops SET applied_at = ansinh_now()
    WHERE person_id = ${personId} AND stop_id = ${stopId} AND applied_at IS NULL AND cancelled_at IS NULL AND applies_at <= ansinh_now()`
  return count === 1
}
