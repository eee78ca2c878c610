import type { Queryable } from '../platform/sql.ts'

export type UnitLevel = 'province' | 'ward' | 'old-province' | 'old-district' | 'old-ward'
export type UnitRow = { code: string; name: string; fullName: string; type: string }
export type WardRow = {
  wardCode: string
  wardName: string
  provinceCode: string
  provinceName: string
  longitude: number | null
  latitude: number | null
}
export type SuccessorRow = { wardCode: string; fullName: string; provinceCode: string; kind: string }

/** Units of a level below a parent (null: the whole level), in Vietnamese order. */
export async function listUnits(sql: Queryable, unitLevel: UnitLevel, parentCode: string | null): Promise<UnitRow[]> {
  return [
    ...(await sql<UnitRow[]>`SELECT unit_code AS code, name, full_name AS "fullName", unit_type AS type FROM administrative_units
      WHERE unit_level = ${unitLevel} AND (${parentCode}::text IS NULL OR parent_code = ${parentCode})
      ORDER BY name COLLATE "vi-x-icu", full_name COLLATE "vi-x-icu", unit_code`),
  ]
}

/** A ward of today's two-level map with its province; null when there is none of this code. */
export async function findWard(sql: Queryable, wardCode: string): Promise<WardRow | null> {
  const [row] = await sql<WardRow[]>`
    SELECT w.unit_code AS "wardCode", w.full_name AS "wardName", p.unit_code AS "provinceCode", p.full_name AS "provinceName", w.longitude, w.latitude
    FROM administrative_units w JOIN administrative_units p ON p.unit_level = 'province' AND p.unit_code = w.parent_code
    WHERE w.unit_level = 'ward' AND w.unit_code = ${wardCode} AND w.valid_to IS NULL AND p.valid_to IS NULL`
  return row ?? null
}

/** The 63 provinces before 2025-07-01 with what they became. */
export async function listOldProvinces(sql: Queryable): Promise<{ code: string; fullName: string; becomesProvinceCode: string | null }[]> {
  return [
    ...(await sql<{ code: string; fullName: string; becomesProvinceCode: string | null }[]>`
      SELECT u.unit_code AS code, u.full_name AS "fullName", s.new_code AS "becomesProvinceCode"
      FROM administrative_units u LEFT JOIN administrative_successions s ON s.old_level = 'old-province' AND s.old_code = u.unit_code
      WHERE u.unit_level = 'old-province' ORDER BY u.name COLLATE "vi-x-icu", u.unit_code`),
  ]
}

/** Wards of an old district with every successor that some table names. */
export async function listOldWards(
  sql: Queryable,
  oldDistrictCode: string,
): Promise<{ code: string; fullName: string; becomes: SuccessorRow[] }[]> {
  return [
    ...(await sql<{ code: string; fullName: string; becomes: SuccessorRow[] }[]>`
      SELECT u.unit_code AS code, u.full_name AS "fullName",
        coalesce((SELECT jsonb_agg(jsonb_build_object('wardCode', n.unit_code, 'fullName', n.full_name, 'provinceCode', n.parent_code, 'kind', s.kind) ORDER BY n.name_folded)
          FROM administrative_successions s JOIN administrative_units n ON n.unit_level = 'ward' AND n.unit_code = s.new_code
          WHERE s.old_level = 'old-ward' AND s.old_code = u.unit_code), '[]') AS becomes
      FROM administrative_units u WHERE u.unit_level = 'old-ward' AND u.parent_code = ${oldDistrictCode}
      ORDER BY u.name COLLATE "vi-x-icu", u.unit_code`),
  ]
}

/** All wards of some provinces, with the names people write in an address. */
export async function listWardsOfProvinces(sql: Queryable, provinceCodes: readonly string[]): Promise<WardRow[]> {
  return [
    ...(await sql<WardRow[]>`
      SELECT w.unit_code AS "wardCode", w.full_name AS "wardName", p.unit_code AS "provinceCode", p.full_name AS "provinceName", w.longitude, w.latitude
      FROM administrative_units w JOIN administrative_units p ON p.unit_level = 'province' AND p.unit_code = w.parent_code
      WHERE w.unit_level = 'ward' AND w.parent_code = ANY(${[...provinceCodes]}) AND w.valid_to IS NULL AND p.valid_to IS NULL ORDER BY w.unit_code`),
  ]
}

/** Codes of the health facilities in force. */
export async function listFacilityCodes(sql: Queryable): Promise<string[]> {
  const rows = await sql<
    { code: string }[]
  >`SELECT facility_code AS code FROM health_facilities WHERE valid_to IS NULL ORDER BY facility_code`
  return rows.map((row) => row.code)
}
