import { type CalendarDay, type CivilDate, findSuccessorOn, indexCalendar } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type OpeningHours = { weekdays: number[]; spans: string[][] }
/** `incident`: the office is open, but deadlines pass over these days as over closed ones. */
export type ClosureRow = { fromOn: CivilDate; toOn: CivilDate; reason: string; cause: 'closed' | 'incident' }

/** An office as it stands on one day, with the wards it serves and the closures still ahead of that day. */
export type OfficeRow = {
  officeId: number
  officialCode: string | null
  /** 9 and our number, until the official one is known. */
  provisionalCode: string
  name: string
  nameFolded: string
  officeLevel: 'province' | 'district' | 'grassroots'
  parentOfficeId: number | null
  provinceCode: string
  address: string
  phone: string | null
  openingHours: OpeningHours
  openingHoursAssumed: boolean
  longitude: number | null
  latitude: number | null
  receivesRegistrations: boolean
  validFrom: CivilDate
  validTo: CivilDate | null
  wardCodes: string[]
  closures: ClosureRow[]
}

const selectOffices = (sql: Queryable, on: CivilDate | null) => sql`
  SELECT o.office_id AS "officeId", o.official_code AS "officialCode", coalesce(o.provisional_code, '9' || lpad(o.office_id::text, 4, '0')) AS "provisionalCode", o.name, o.name_folded AS "nameFolded",
    o.office_level AS "officeLevel", coalesce(o.parent_office_id, (SELECT p.office_id FROM offices p WHERE length(o.official_code) = 5 AND p.official_code = left(o.official_code, 3)
      AND p.valid_from <= coalesce(o.valid_to, 'infinity') AND coalesce(p.valid_to, 'infinity') >= o.valid_from ORDER BY p.valid_from DESC LIMIT 1)) AS "parentOfficeId", o.province_code AS "provinceCode", o.address, o.phone,
    o.opening_hours AS "openingHours", o.opening_hours_assumed AS "openingHoursAssumed", o.longitude, o.latitude,
    o.receives_registrations AS "receivesRegistrations", o.valid_from AS "validFrom", o.valid_to AS "validTo",
    ARRAY(SELECT ward_code FROM unnest(o.ward_codes) ward_code ORDER BY 1) AS "wardCodes",
    coalesce((SELECT jsonb_agg(jsonb_build_object('fromOn', c.from_on, 'toOn', c.to_on, 'reason', c.reason, 'cause', c.cause) ORDER BY c.from_on)
      FROM office_closures c
      WHERE c.office_id = o.office_id AND c.cancelled_at IS NULL AND c.to_on >= coalesce(${on}::date, ansinh_today())), '[]') AS closures
  FROM offices o`

const holdsOn = (sql: Queryable, on: CivilDate | null) =>
  sql`coalesce(${on}::date, ansinh_today()) BETWEEN o.valid_from AND coalesce(o.valid_to, 'infinity')`

/** The office in force on a day (today by the database's clock when left out); null when unknown or not in force. */
export async function findOffice(sql: Queryable, officeId: number, on: CivilDate | null = null): Promise<OfficeRow | null> {
  const [row] = await sql<OfficeRow[]>`${selectOffices(sql, on)}
    WHERE o.office_id = ${officeId} AND ${holdsOn(sql, on)}`
  return row ?? null
}

/** The office of an official (or provisional) code as it was on a day. */
export async function findOfficeOn(sql: Queryable, code: string, on: CivilDate): Promise<OfficeRow | null> {
  const [row] = await sql<
    OfficeRow[]
  >`${selectOffices(sql, on)} WHERE (o.official_code = ${code} OR o.provisional_code = ${code}) AND ${holdsOn(sql, on)}`
  return row ?? null
}

/** The office tree of a province as it was on a day: province, districts or grassroots offices. */
export async function listOfficesOn(sql: Queryable, provinceCode: string, on: CivilDate): Promise<OfficeRow[]> {
  return [
    ...(await sql<OfficeRow[]>`${selectOffices(sql, on)} WHERE o.province_code = ${provinceCode} AND ${holdsOn(sql, on)}
      ORDER BY o.office_level = 'province' DESC, o.official_code, o.name COLLATE "vi-x-icu"`),
  ]
}

type LinkRow = { oldId: number; newId: number; validFrom: CivilDate }
type HoldRow = { officeId: number; validFrom: CivilDate; validTo: CivilDate | null }

/** Everything that can follow or precede an office: its successions in both directions, and when each of them held. */
async function loadSuccessions(sql: Queryable, officeId: number): Promise<{ rows: Map<number, HoldRow>; successions: LinkRow[] }> {
  const successions = await sql<LinkRow[]>`
    WITH RECURSIVE kin AS (
      SELECT ${officeId}::integer AS office_id
      UNION SELECT CASE WHEN s.old_office_id = k.office_id THEN s.new_office_id ELSE s.old_office_id END
        FROM kin k JOIN office_successions s ON k.office_id IN (s.old_office_id, s.new_office_id))
    SELECT s.old_office_id AS "oldId", s.new_office_id AS "newId", s.valid_from AS "validFrom" FROM office_successions s JOIN kin k ON k.office_id = s.old_office_id`
  const ids = [...new Set([officeId, ...successions.flatMap(({ oldId, newId }) => [oldId, newId])])]
  const rows = await sql<HoldRow[]>`
    SELECT office_id AS "officeId", valid_from AS "validFrom", valid_to AS "validTo" FROM offices WHERE office_id = ANY(${ids})`
  return { rows: new Map(rows.map((row) => [row.officeId, row])), successions: [...successions] }
}

async function readToday(sql: Queryable): Promise<CivilDate> {
  const [row] = await sql<{ today: CivilDate }[]>`SELECT ansinh_today() AS today`
  if (row === undefined) throw new Error('the database knows no day')
  return row.today
}

/**
 * The numbers of all offices whose cases are at one desk with `officeId` on a day (today when left out): whoever answers for it comes first,
 * then those replaced. One that was never replaced is alone.
 */
export async function listOfficesOfDesk(sql: Queryable, officeId: number, on: CivilDate | null = null): Promise<[number, ...number[]]> {
  const { rows, successions } = await loadSuccessions(sql, officeId)
  if (successions.length === 0) return [officeId]
  const day = on ?? (await readToday(sql))
  const answeringFor = (id: number): number => findSuccessorOn({ id, on: day, rows, successions })
  const desk = answeringFor(officeId)
  return [desk, ...[...rows.keys()].filter((id) => id !== desk && answeringFor(id) === desk)]
}

/** Every office of the tree below, itself included, in force or not: of a provincial office all of its province. */
export async function listOfficesUnder(sql: Queryable, officeId: number): Promise<number[]> {
  const rows = await sql<{ officeId: number }[]>`
    WITH RECURSIVE tree AS (
      SELECT office_id, office_level, province_code FROM offices WHERE office_id = ${officeId}
      UNION
      SELECT o.office_id, o.office_level, o.province_code FROM offices o JOIN tree t
        ON o.parent_office_id = t.office_id OR (t.office_level = 'province' AND o.province_code = t.province_code))
    SELECT office_id AS "officeId" FROM tree`
  return rows.map((row) => row.officeId)
}

/** The office that answers for `officeId` on a day: itself, or who replaced it. Without a successor the last one known, in force or not. */
export async function findStandingOffice(sql: Queryable, officeId: number, on: CivilDate | null = null): Promise<OfficeRow | null> {
  const [desk] = await listOfficesOfDesk(sql, officeId, on)
  const [row] = await sql<OfficeRow[]>`${selectOffices(sql, on)} WHERE o.office_id = ${desk}`
  return row ?? null
}

/** Every office in force today that takes registrations. Some hundred rows: ranking is the domain's. */
export async function listReceivingOffices(sql: Queryable): Promise<OfficeRow[]> {
  return [
    ...(await sql<OfficeRow[]>`${selectOffices(sql, null)}
      WHERE o.receives_registrations AND ${holdsOn(sql, null)} ORDER BY o.office_id`),
  ]
}

/** Days an office is shut beside the calendar, past ones included, for the deadline. */
export async function listClosures(sql: Queryable, officeId: number): Promise<ClosureRow[]> {
  return [
    ...(await sql<ClosureRow[]>`SELECT from_on AS "fromOn", to_on AS "toOn", reason, cause FROM office_closures
      WHERE office_id = ${officeId} AND cancelled_at IS NULL ORDER BY from_on`),
  ]
}

/** The working-day calendar as dated data, indexed by date: what `decideDeadline` takes. */
export async function loadCalendar(sql: Queryable): Promise<ReadonlyMap<CivilDate, CalendarDay>> {
  return indexCalendar(
    await sql<
      CalendarDay[]
    >`SELECT day_on AS "on", kind, name, provisional FROM calendar_days WHERE valid_to >= valid_from ORDER BY day_on`,
  )
}
