import { type CivilDate, pickSpelling } from '@an-sinh/domain'

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

const holdsOn = (sql: Queryable, on: CivilDate | null) =>
  sql`coalesce(${on}::date, ansinh_today()) BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity')`

/**
 * Units of a level below a parent (null: the whole level) as they are on a day (today when left out), in Vietnamese order. The old levels
 * ended on 2025-06-30 and are asked for by name: without a day they come as they last were.
 */
export async function listUnits(
  sql: Queryable,
  unitLevel: UnitLevel,
  parentCode: string | null,
  on: CivilDate | null = null,
): Promise<UnitRow[]> {
  const day = on ?? (unitLevel.startsWith('old-') ? LAST_OLD_DAY : null)
  return [
    ...(await sql<UnitRow[]>`SELECT u.unit_code AS code, u.name, u.full_name AS "fullName", u.unit_type AS type FROM administrative_units u
      WHERE u.unit_level = ${unitLevel} AND (${parentCode}::text IS NULL OR u.parent_code = ${parentCode}) AND ${holdsOn(sql, day)}
      ORDER BY u.name COLLATE "vi-x-icu", u.full_name COLLATE "vi-x-icu", u.unit_code`),
  ]
}

export type NamedUnitRow = {
  level: UnitLevel
  code: string
  fullName: string
  parentCode: string | null
  /** What it is now; empty while it holds on the day, or when no table tells. */
  becomes: SuccessorRow[]
}

/**
 * Units known by a name at any time: with or without "phường", either spelling of a tone, an old name or an alias. Those that do not hold on
 * `on` come with what they became. Names without accents find all that sound alike.
 */
export async function findUnitsNamed(sql: Queryable, typed: string, on: CivilDate | null = null): Promise<NamedUnitRow[]> {
  const rows = await sql<(NamedUnitRow & { names: string[] })[]>`
    SELECT u.unit_level AS level, u.unit_code AS code, u.full_name AS "fullName", u.parent_code AS "parentCode", ARRAY[u.full_name, u.name] || u.aliases AS names,
      CASE WHEN ${holdsOn(sql, on)} THEN '[]' ELSE ${successorsOf(sql, on)} END AS becomes
    FROM administrative_units u
    WHERE coalesce(u.valid_to, 'infinity') >= u.valid_from
      AND (u.name_folded = fold_text(${typed}) OR u.short_name_folded = fold_text(${typed}) OR (u.aliases <> '{}' AND fold_text(${typed}) = ANY (ARRAY(SELECT fold_text(a) FROM unnest(u.aliases) a))))
    ORDER BY u.valid_to DESC NULLS FIRST, u.unit_level, u.unit_code LIMIT 200`
  return pickSpelling(rows, typed).map(({ names: _names, ...unit }) => unit)
}

/** The day before the map of two levels came into force (Resolution 202/2025/QH15). */
const LAST_OLD_DAY = '2025-06-30'

/** Units of today that some table names for the old unit `u`. */
const successorsOf = (sql: Queryable, on: CivilDate | null) => sql`
  coalesce((SELECT jsonb_agg(jsonb_build_object('wardCode', n.unit_code, 'fullName', n.full_name, 'provinceCode', coalesce(n.parent_code, n.unit_code), 'kind', s.kind) ORDER BY n.name_folded)
    FROM administrative_successions s
    JOIN administrative_units n ON n.unit_level = CASE WHEN s.old_level IN ('old-province', 'province') THEN 'province' ELSE 'ward' END AND n.unit_code = s.new_code
      AND coalesce(${on}::date, ansinh_today()) BETWEEN n.valid_from AND coalesce(n.valid_to, 'infinity')
    WHERE s.old_level = u.unit_level AND s.old_code = u.unit_code AND coalesce(${on}::date, ansinh_today()) BETWEEN s.valid_from AND coalesce(s.valid_to, 'infinity')), '[]')`

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
        AND ansinh_today() BETWEEN s.valid_from AND coalesce(s.valid_to, 'infinity')
      WHERE u.unit_level = 'old-province' AND ${holdsOn(sql, LAST_OLD_DAY)} ORDER BY u.name COLLATE "vi-x-icu", u.unit_code`),
  ]
}

/** Wards of an old district with every successor that some table names. An island district without wards stands for itself. */
export async function listOldWards(
  sql: Queryable,
  oldDistrictCode: string,
): Promise<{ code: string; fullName: string; becomes: SuccessorRow[] }[]> {
  return [
    ...(await sql<{ code: string; fullName: string; becomes: SuccessorRow[] }[]>`
      SELECT u.unit_code AS code, u.full_name AS "fullName", ${successorsOf(sql, null)} AS becomes
      FROM administrative_units u
      WHERE ((u.unit_level = 'old-ward' AND u.parent_code = ${oldDistrictCode})
          OR (u.unit_level = 'old-district' AND u.unit_code = ${oldDistrictCode}
            AND NOT EXISTS (SELECT FROM administrative_units w WHERE w.unit_level = 'old-ward' AND w.parent_code = u.unit_code)))
        AND ${holdsOn(sql, LAST_OLD_DAY)}
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

export type WardNow = { wardCode: string; wardName: string; provinceCode: string; provinceName: string }
export type EndedWard = {
  endedName: string
  /** Went over whole into the only one: nobody needs to be asked. */
  whole: boolean
  /** Wards of today that some table names, over as many reorganisations as there were; empty when none tells. */
  becomes: WardNow[]
}

/**
 * What a ward code that was written down earlier means today, when it no longer is a ward: of the map before 2025-07-01, or one that was
 * divided or joined since. Null for a ward of today (also where it took over an old code) and for a code that no map knows.
 */
export async function findEndedWard(sql: Queryable, wardCode: string): Promise<EndedWard | null> {
  const [row] = await sql<EndedWard[]>`
    WITH RECURSIVE standing AS MATERIALIZED (SELECT ansinh_today() AS today),
      ended AS (
        SELECT u.unit_level, u.unit_code, u.full_name FROM administrative_units u, standing
        WHERE u.unit_code = ${wardCode} AND u.unit_level IN ('ward', 'old-ward') AND NOT EXISTS (
          SELECT FROM administrative_units w WHERE w.unit_level = 'ward' AND w.unit_code = ${wardCode} AND today BETWEEN w.valid_from AND coalesce(w.valid_to, 'infinity'))
        ORDER BY u.unit_level = 'ward' DESC, u.valid_to DESC NULLS LAST LIMIT 1),
      reached (unit_level, unit_code, whole) AS (
        SELECT unit_level, unit_code, true FROM ended
        UNION SELECT 'ward', s.new_code, r.whole AND s.kind = 'whole' FROM reached r CROSS JOIN standing
          JOIN administrative_successions s ON s.old_level = r.unit_level AND s.old_code = r.unit_code AND today BETWEEN s.valid_from AND coalesce(s.valid_to, 'infinity')),
      wards AS (
        SELECT w.unit_code, w.full_name, w.name_folded, p.unit_code AS province_code, p.full_name AS province_name, bool_and(r.whole) AS whole
        FROM reached r CROSS JOIN standing
          JOIN administrative_units w ON r.unit_level = 'ward' AND w.unit_level = 'ward' AND w.unit_code = r.unit_code AND today BETWEEN w.valid_from AND coalesce(w.valid_to, 'infinity')
          JOIN administrative_units p ON p.unit_level = 'province' AND p.unit_code = w.parent_code AND today BETWEEN p.valid_from AND coalesce(p.valid_to, 'infinity')
        GROUP BY 1, 2, 3, 4, 5)
    SELECT e.full_name AS "endedName", (SELECT count(*) = 1 AND bool_and(whole) FROM wards) AS whole,
      coalesce((SELECT jsonb_agg(jsonb_build_object('wardCode', unit_code, 'wardName', full_name, 'provinceCode', province_code, 'provinceName', province_name)
        ORDER BY name_folded, unit_code) FROM wards), '[]') AS becomes
    FROM ended e`
  return row ?? null
}

/** Whether somebody must say which ward is theirs now. */
export async function asksForWard(sql: Queryable, wardCode: string | null): Promise<boolean> {
  const ended = wardCode === null ? null : await findEndedWard(sql, wardCode)
  return ended !== null && !ended.whole
}
