import type { Json, Queryable } from '../platform/sql.ts'
import type { UnitLevel } from './unit-queries.ts'

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

export async function insertUnits(sql: Queryable, units: NewUnit[]): Promise<void> {
  await sql`
    INSERT INTO administrative_units (unit_level, unit_code, parent_code, name, full_name, unit_type, longitude, latitude, valid_from, valid_to, source)
    SELECT "unitLevel", "unitCode", "parentCode", name, "fullName", "unitType", longitude, latitude, "validFrom", "validTo", source
    FROM jsonb_to_recordset(${sql.json(units as unknown as Json)}) AS r("unitLevel" text, "unitCode" text, "parentCode" text, name text, "fullName" text, "unitType" text,
      longitude double precision, latitude double precision, "validFrom" date, "validTo" date, source text)
    ON CONFLICT DO NOTHING`
}
