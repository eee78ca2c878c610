import type { IncidentFeature, IncidentKind } from '@an-sinh/domain'
import type { Fragment, Queryable } from '../platform/sql.ts'

export type UpdateState = 'open' | 'ended' | 'withdrawn'
export type SaidRow = { updateNo: number; at: string; title: { vi: string; en: string }; words: { vi: string; en: string } }
export type IncidentRow = {
  incidentId: string
  kind: IncidentKind
  officeId: number | null
  officeName: string | null
  features: IncidentFeature[]
  beginsAt: Date
  staffName: string
  updateNo: number
  state: UpdateState
  expectedEndAt: Date | null
  saidAt: Date
  endedAt: Date | null
  /** Newest first, at most 20. */
  updates: SaidRow[]
  orderIds: string[]
  movedDays: { fromOn: string; toOn: string }[]
}

const isoOf = (sql: Queryable, column: Fragment): Fragment => sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const selectIncidents = (sql: Queryable): Fragment => sql`
  SELECT n.incident_id AS "incidentId", n.kind, n.office_id AS "officeId", o.name AS "officeName", n.features, n.begins_at AS "beginsAt", s.full_name AS "staffName", n.update_no AS "updateNo", n.state,
    n.expected_end_at AS "expectedEndAt", n.said_at AS "saidAt", n.ended_at AS "endedAt",
    (SELECT jsonb_agg(jsonb_build_object('updateNo', u.update_no, 'at', ${isoOf(sql, sql`u.recorded_at`)}, 'title', jsonb_build_object('vi', u.title_vi, 'en', u.title_en), 'words', jsonb_build_object('vi', u.words_vi, 'en', u.words_en)) ORDER BY u.update_no DESC)
      FROM (SELECT * FROM incident_updates WHERE incident_id = n.incident_id ORDER BY update_no DESC LIMIT 20) u) AS updates,
    ARRAY(SELECT order_id FROM incident_deadlines d WHERE d.incident_id = n.incident_id) AS "orderIds",
    coalesce((SELECT jsonb_agg(jsonb_build_object('fromOn', c.from_on, 'toOn', c.to_on) ORDER BY c.from_on) FROM incident_deadlines d JOIN closure_orders c USING (order_id)
      WHERE d.incident_id = n.incident_id AND c.state IN ('applying', 'applied')), '[]') AS "movedDays"
  FROM incidents_now n JOIN staff_users s ON s.staff_id = n.staff_id LEFT JOIN offices o ON o.office_id = n.office_id`

/** Announced everywhere or at an office and not taken back, as far as the last 90 days know of it. */
export async function listPublicIncidents(sql: Queryable): Promise<IncidentRow[]> {
  return [
    ...(await sql<IncidentRow[]>`${selectIncidents(sql)}
      WHERE n.state <> 'withdrawn' AND (n.ended_at IS NULL OR n.ended_at > ansinh_now() - interval '91 days') ORDER BY n.begins_at DESC, n.incident_id LIMIT 500`),
  ]
}

/** Of everywhere and of these offices (null: of all), newest first. */
export async function listDeskIncidents(sql: Queryable, officeIds: readonly number[] | null): Promise<IncidentRow[]> {
  return [
    ...(await sql<IncidentRow[]>`${selectIncidents(sql)}
      WHERE ${officeIds === null ? sql`true` : sql`n.office_id IS NULL OR n.office_id = ANY(${[...officeIds]}::integer[])`}
      ORDER BY n.ended_at IS NOT NULL, n.begins_at DESC, n.incident_id LIMIT 60`),
  ]
}

export async function findIncident(sql: Queryable, incidentId: string): Promise<IncidentRow | null> {
  const [row] = await sql<IncidentRow[]>`${selectIncidents(sql)} WHERE n.incident_id = ${incidentId}`
  return row ?? null
}

/** One at a time opens or goes on with an incident: what is looked at stays so until the transaction ends. */
export async function holdIncidents(sql: Queryable): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('incidents', 0))`
}

/** Whether another one about one of these features is open at the same place (everywhere counts for each place). */
export async function hasOpenBeside(
  sql: Queryable,
  incident: { incidentId: string; kind: IncidentKind; officeId: number | null; features: readonly IncidentFeature[] },
): Promise<boolean> {
  const [row] = await sql<{ beside: boolean }[]>`
    SELECT EXISTS (SELECT FROM incidents_now n WHERE n.state = 'open' AND n.incident_id <> ${incident.incidentId} AND n.kind <> 'fraud-warning' AND ${incident.kind} <> 'fraud-warning'
      AND n.features && ${[...incident.features]}::text[] AND (n.office_id IS NULL OR n.office_id IS NOT DISTINCT FROM ${incident.officeId})) AS beside`
  return row?.beside === true
}

export type NewIncident = {
  incidentId: string
  kind: IncidentKind
  officeId: number | null
  features: readonly IncidentFeature[]
  beginsAt: Date
  staffId: number
}

/** False when the id was used before. */
export async function insertIncident(sql: Queryable, incident: NewIncident): Promise<boolean> {
  const { incidentId, kind, officeId, features, beginsAt, staffId } = incident
  const made = await sql`
    INSERT INTO incidents (incident_id, kind, office_id, features, begins_at, staff_id)
    VALUES (${incidentId}, ${kind}, ${officeId}, ${[...features]}::text[], ${beginsAt}, ${staffId}) ON CONFLICT DO NOTHING`
  return made.count > 0
}

export type NewUpdate = {
  incidentId: string
  updateNo: number
  state: UpdateState
  title: { vi: string; en: string }
  words: { vi: string; en: string }
  expectedEndAt: Date | null
  staffId: number
}
export async function insertUpdate(sql: Queryable, update: NewUpdate): Promise<void> {
  const { incidentId, updateNo, state, title, words, expectedEndAt, staffId } = update
  await sql`
    INSERT INTO incident_updates (incident_id, update_no, state, title_vi, title_en, words_vi, words_en, expected_end_at, staff_id)
    VALUES (${incidentId}, ${updateNo}, ${state}, ${title.vi.trim()}, ${title.en.trim()}, ${words.vi.trim()}, ${words.en.trim()}, ${expectedEndAt}, ${staffId})`
}

export async function insertDeadlineOrder(sql: Queryable, incidentId: string, orderId: string): Promise<void> {
  await sql`INSERT INTO incident_deadlines (incident_id, order_id) VALUES (${incidentId}, ${orderId})`
}

export async function readNow(sql: Queryable): Promise<Date> {
  const [row] = await sql<{ now: Date }[]>`SELECT ansinh_now() AS now`
  if (row === undefined) throw new Error('the database knows no time')
  return row.now
}
