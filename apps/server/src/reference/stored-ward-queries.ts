import type { Queryable } from '../platform/sql.ts'

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
