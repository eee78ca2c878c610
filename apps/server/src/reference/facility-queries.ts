import { type CivilDate, pickSpelling } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type FacilityRow = {
  code: string
  name: string
  provinceCode: string | null
  wardCode: string | null
  address: string | null
  facilityType: string | null
  phone: string | null
  validFrom: CivilDate
  validTo: CivilDate | null
}

const selectFacilities = (sql: Queryable) => sql`
  SELECT f.facility_code AS code, f.name, f.province_code AS "provinceCode", f.ward_code AS "wardCode", f.address, f.facility_type AS "facilityType", f.phone,
    f.valid_from AS "validFrom", f.valid_to AS "validTo"`
const holdsOn = (sql: Queryable, on: CivilDate | null) =>
  sql`coalesce(${on}::date, ansinh_today()) BETWEEN f.valid_from AND coalesce(f.valid_to, 'infinity')`

/**
 * Joins, as `f`, the name of the facility that a health card `c` was registered with: its newest version that has begun. A card keeps the
 * facility's name when the contract has ended; what the holder may do then is no question of the name.
 */
export const joinCardFacility = (sql: Queryable) => sql`
  LEFT JOIN LATERAL (
    SELECT v.name FROM health_facilities v WHERE v.facility_code = c.registered_facility_code AND v.valid_from <= ansinh_today()
      AND coalesce(v.valid_to, 'infinity') >= v.valid_from ORDER BY v.valid_from DESC LIMIT 1) f ON true`

/** Codes of the health facilities in force. */
export async function listFacilityCodes(sql: Queryable): Promise<string[]> {
  const rows = await sql<{ code: string }[]>`SELECT f.facility_code AS code FROM health_facilities f WHERE ${holdsOn(sql, null)} ORDER BY 1`
  return rows.map((row) => row.code)
}

/** A facility by its code as it was on a day; null when it had no contract then. */
export async function findFacilityOn(sql: Queryable, code: string, on: CivilDate): Promise<FacilityRow | null> {
  const [row] = await sql<
    FacilityRow[]
  >`${selectFacilities(sql)} FROM health_facilities f WHERE f.facility_code = ${code} AND ${holdsOn(sql, on)}`
  return row ?? null
}

type FacilitySearch = {
  words: readonly string[]
  provinceCode: string | null
  wardCode: string | null
  on: CivilDate | null
  limit: number
}

/** Facilities in force on a day whose name, alias or code holds every (folded) word; those of the ward first. */
export async function listFacilities(sql: Queryable, { words, provinceCode, wardCode, on, limit }: FacilitySearch): Promise<FacilityRow[]> {
  const like = words.map((word) => `%${word.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`)
  return [
    ...(await sql<FacilityRow[]>`${selectFacilities(sql)} FROM health_facilities f
      WHERE ${holdsOn(sql, on)} AND (${provinceCode}::text IS NULL OR f.province_code = ${provinceCode})
        AND (f.name_folded LIKE ALL (${like}) OR fold_text(array_to_string(f.aliases, ' ')) LIKE ALL (${like}) OR lower(f.facility_code) LIKE ALL (${like}))
      ORDER BY f.ward_code = ${wardCode} DESC NULLS LAST, f.facility_type = 'hospital' DESC NULLS LAST, f.name COLLATE "vi-x-icu", f.facility_code LIMIT ${limit}`),
  ]
}

/** Facilities by a name of any time, spelled either way; the newest version of each first. */
export async function findFacilitiesNamed(sql: Queryable, typed: string): Promise<FacilityRow[]> {
  const rows = await sql<
    (FacilityRow & { names: string[] })[]
  >`${selectFacilities(sql)}, ARRAY[f.name] || f.aliases AS names FROM health_facilities f
    WHERE coalesce(f.valid_to, 'infinity') >= f.valid_from
      AND (f.name_folded = fold_text(${typed}) OR (f.aliases <> '{}' AND fold_text(${typed}) = ANY (ARRAY(SELECT fold_text(a) FROM unnest(f.aliases) a))))
    ORDER BY f.valid_from DESC, f.facility_code LIMIT 200`
  return pickSpelling(rows, typed).map(({ names: _names, ...facility }) => facility)
}
