import { type CalendarDay, type CivilDate, indexCalendar } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type OpeningHours = { weekdays: number[]; spans: string[][] }
export type ClosureRow = { fromOn: CivilDate; toOn: CivilDate; reason: string }

/** An office as it stands on one day, with the wards it serves and the closures still ahead of that day. */
export type OfficeRow = {
  officeId: number
  officialCode: string | null
  provisionalCode: string | null
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
  SELECT o.office_id AS "officeId", o.official_code AS "officialCode", o.provisional_code AS "provisionalCode", o.name, o.name_folded AS "nameFolded",
    o.office_level AS "officeLevel", o.parent_office_id AS "parentOfficeId", o.province_code AS "provinceCode", o.address, o.phone,
    o.opening_hours AS "openingHours", o.opening_hours_assumed AS "openingHoursAssumed", o.longitude, o.latitude,
    o.receives_registrations AS "receivesRegistrations", o.valid_from AS "validFrom", o.valid_to AS "validTo",
    ARRAY(SELECT w.ward_code FROM office_wards w WHERE w.office_id = o.office_id ORDER BY w.ward_code) AS "wardCodes",
    coalesce((SELECT jsonb_agg(jsonb_build_object('fromOn', c.from_on, 'toOn', c.to_on, 'reason', c.reason) ORDER BY c.from_on)
      FROM office_closures c
      WHERE c.office_id = o.office_id AND c.cancelled_at IS NULL AND c.to_on >= coalesce(${on}::date, ansinh_today())), '[]') AS closures
  FROM offices o`

/** The office in force on a day (today by the database's clock when left out); null when unknown or not in force. */
export async function findOffice(sql: Queryable, officeId: number, on: CivilDate | null = null): Promise<OfficeRow | null> {
  const [row] = await sql<OfficeRow[]>`${selectOffices(sql, on)}
    WHERE o.office_id = ${officeId} AND coalesce(${on}::date, ansinh_today()) BETWEEN o.valid_from AND coalesce(o.valid_to, 'infinity')`
  return row ?? null
}

/** Every office in force today that takes registrations. Some hundred rows: ranking is the domain's. */
export async function listReceivingOffices(sql: Queryable): Promise<OfficeRow[]> {
  return [
    ...(await sql<OfficeRow[]>`${selectOffices(sql, null)}
      WHERE o.receives_registrations AND ansinh_today() BETWEEN o.valid_from AND coalesce(o.valid_to, 'infinity') ORDER BY o.office_id`),
  ]
}

/** Days an office is shut beside the calendar, past ones included, for the deadline. */
export async function listClosures(sql: Queryable, officeId: number): Promise<ClosureRow[]> {
  return [
    ...(await sql<ClosureRow[]>`SELECT from_on AS "fromOn", to_on AS "toOn", reason FROM office_closures
      WHERE office_id = ${officeId} AND cancelled_at IS NULL ORDER BY from_on`),
  ]
}

/** The working-day calendar as dated data, indexed by date: what `decideDeadline` takes. */
export async function loadCalendar(sql: Queryable): Promise<ReadonlyMap<CivilDate, CalendarDay>> {
  return indexCalendar(await sql<CalendarDay[]>`SELECT day_on AS "on", kind, name, provisional FROM calendar_days ORDER BY day_on`)
}
