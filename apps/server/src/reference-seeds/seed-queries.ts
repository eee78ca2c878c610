import type { Json, Queryable } from '../platform/sql.ts'

export type UnitLevel = 'province' | 'ward' | 'old-province' | 'old-district' | 'old-ward'
export type NewUnit = {
  unitLevel: UnitLevel
  unitCode: string
  parentCode: string | null
  name: string
  fullName: string
  unitType: string
  longitude: number | null
  latitude: number | null
  validFrom: string
  validTo: string | null
  source: string
}
export type NewSuccession = {
  oldLevel: 'old-province' | 'old-ward'
  oldCode: string
  newCode: string
  kind: 'whole' | 'split' | 'suggested'
  validFrom: string
  source: string
}
export type NewOffice = {
  officeId: number
  provisionalCode: string
  name: string
  level: string
  parentOfficeId: number | null
  provinceCode: string
  address: string
  longitude: number
  latitude: number
  wards: string[]
}
export type NewFacility = { code: string; name: string; provinceCode: string }
export type NewCalendarDay = { on: string; kind: string; name: string; provisional: boolean; source: string }
type Origin = { source: string; validFrom: string }

const rowsOf = (sql: Queryable, rows: readonly object[]) => sql.json(rows as unknown as Json)

export async function insertUnits(sql: Queryable, units: NewUnit[]): Promise<void> {
  await sql`
    INSERT INTO administrative_units (unit_level, unit_code, parent_code, name, full_name, unit_type, longitude, latitude, valid_from, valid_to, source)
    SELECT "unitLevel", "unitCode", "parentCode", name, "fullName", "unitType", longitude, latitude, "validFrom", "validTo", source
    FROM jsonb_to_recordset(${rowsOf(sql, units)}) AS r("unitLevel" text, "unitCode" text, "parentCode" text, name text, "fullName" text, "unitType" text,
      longitude double precision, latitude double precision, "validFrom" date, "validTo" date, source text)
    ON CONFLICT DO NOTHING`
}

/** A suggestion never joins what an official row says about the same old unit. */
export async function insertSuccessions(sql: Queryable, successions: NewSuccession[]): Promise<void> {
  await sql`
    INSERT INTO administrative_successions (old_level, old_code, new_code, kind, valid_from, source)
    SELECT "oldLevel", "oldCode", "newCode", kind, "validFrom", source
    FROM jsonb_to_recordset(${rowsOf(sql, successions)}) AS r("oldLevel" text, "oldCode" text, "newCode" text, kind text, "validFrom" date, source text)
    WHERE kind <> 'suggested'
      OR NOT EXISTS (SELECT FROM administrative_successions s WHERE s.old_level = "oldLevel" AND s.old_code = "oldCode" AND s.kind <> 'suggested')
    ON CONFLICT DO NOTHING`
}

/** Wards an office serves are named in the seeds and looked up in their province. */
export async function insertOffices(sql: Queryable, offices: NewOffice[], { source, validFrom }: Origin): Promise<void> {
  await sql`
    INSERT INTO offices (office_id, office_key, provisional_code, name, office_level, parent_office_id, province_code, address, longitude, latitude, ward_codes, valid_from, source)
    SELECT "officeId", "provinceCode" || '/' || fold_place(name), "provisionalCode", name, level, "parentOfficeId", "provinceCode", address, longitude, latitude,
      ARRAY(SELECT w.unit_code FROM administrative_units w WHERE w.unit_level = 'ward' AND w.parent_code = r."provinceCode" AND r.wards ? w.name ORDER BY w.unit_code),
      ${validFrom}, ${source}
    FROM jsonb_to_recordset(${rowsOf(sql, offices)}) AS r("officeId" integer, "provisionalCode" text, name text, level text, "parentOfficeId" integer, "provinceCode" text,
      address text, longitude double precision, latitude double precision, wards jsonb)
    ON CONFLICT DO NOTHING`
}

export async function insertFacilities(sql: Queryable, facilities: NewFacility[], { source, validFrom }: Origin): Promise<void> {
  await sql`
    INSERT INTO health_facilities (facility_code, name, province_code, valid_from, source)
    SELECT code, name, "provinceCode", ${validFrom}, ${source}
    FROM jsonb_to_recordset(${rowsOf(sql, facilities)}) AS r(code text, name text, "provinceCode" text)
    ON CONFLICT DO NOTHING`
}

export type NewAgent = { code: string; name: string; authorityNumber: string; provinceCode: string; address: string; phone: string | null }
export type NewPoint = { code: string; agentCode: string; name: string; provinceCode: string; ward: string; address: string; hours: string }

/** Points stand in wards named in the seeds and looked up in their province. */
export async function insertCollectionPoints(
  sql: Queryable,
  { agents, points }: { agents: NewAgent[]; points: NewPoint[] },
  { source, validFrom }: Origin,
): Promise<void> {
  await sql`
    INSERT INTO collection_agents (agent_code, name, authority_number, province_code, address, phone, valid_from, source)
    SELECT code, name, "authorityNumber", "provinceCode", address, phone, ${validFrom}, ${source}
    FROM jsonb_to_recordset(${rowsOf(sql, agents)}) AS r(code text, name text, "authorityNumber" text, "provinceCode" text, address text, phone text)
    ON CONFLICT DO NOTHING`
  await sql`
    INSERT INTO collection_points (point_code, agent_code, name, province_code, ward_code, address, hours, valid_from, source)
    SELECT r.code, r."agentCode", r.name, r."provinceCode", w.unit_code, r.address, r.hours, ${validFrom}, ${source}
    FROM jsonb_to_recordset(${rowsOf(sql, points)}) AS r(code text, "agentCode" text, name text, "provinceCode" text, ward text, address text, hours text)
    JOIN administrative_units w ON w.unit_level = 'ward' AND w.parent_code = r."provinceCode" AND w.name = r.ward
    ON CONFLICT DO NOTHING`
}

export async function insertCalendarDays(sql: Queryable, days: NewCalendarDay[]): Promise<void> {
  await sql`
    INSERT INTO calendar_days (day_on, kind, name, provisional, source, valid_from, valid_to)
    SELECT "on", kind, name, provisional, source, "on", "on"
    FROM jsonb_to_recordset(${rowsOf(sql, days)}) AS r("on" date, kind text, name text, provisional boolean, source text)
    ON CONFLICT DO NOTHING`
}

/** No list of facilities that may issue sick-leave papers is public: those of the demonstration may, and are marked as sample data. */
export async function insertSickLeaveSamples(sql: Queryable, facilities: NewFacility[], { source, validFrom }: Origin): Promise<void> {
  await sql`
    INSERT INTO sick_leave_facilities (facility_code, valid_from, source)
    SELECT code, ${validFrom}, ${source} FROM jsonb_to_recordset(${rowsOf(sql, facilities)}) AS r(code text)
    ON CONFLICT DO NOTHING`
}
