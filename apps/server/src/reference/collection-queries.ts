import type { CivilDate } from '@an-sinh/domain'

import type { Queryable } from '../platform/sql.ts'

export type CollectionPointRow = {
  code: string
  name: string
  agentName: string
  authorityNumber: string | null
  provinceCode: string
  wardCode: string
  address: string
  phone: string | null
  hours: string | null
  longitude: number | null
  latitude: number | null
}

/** Points where contributions may be paid on a day (today when left out), of a province or a ward; only those whose agent is authorised that day. */
export async function listCollectionPointsOn(
  sql: Queryable,
  { provinceCode, wardCode, on = null }: { provinceCode: string | null; wardCode: string | null; on?: CivilDate | null },
): Promise<CollectionPointRow[]> {
  const day = sql`coalesce(${on}::date, ansinh_today())`
  return [
    ...(await sql<CollectionPointRow[]>`
      SELECT p.point_code AS code, p.name, a.name AS "agentName", coalesce(p.authority_number, a.authority_number) AS "authorityNumber", p.province_code AS "provinceCode",
        p.ward_code AS "wardCode", p.address, p.phone, p.hours, p.longitude, p.latitude
      FROM collection_points p JOIN collection_agents a ON a.agent_code = p.agent_code AND ${day} BETWEEN a.valid_from AND coalesce(a.valid_to, 'infinity')
      WHERE ${day} BETWEEN p.valid_from AND coalesce(p.valid_to, 'infinity')
        AND (${provinceCode}::text IS NULL OR p.province_code = ${provinceCode}) AND (${wardCode}::text IS NULL OR p.ward_code = ${wardCode})
      ORDER BY p.name COLLATE "vi-x-icu", p.point_code LIMIT 200`),
  ]
}
