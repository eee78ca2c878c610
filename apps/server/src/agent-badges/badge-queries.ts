import type { Queryable } from '../platform/sql.ts'

/** A point under one agent for as long as both held unchanged. */
export type BadgeRow = {
  pointCode: string
  pointName: string
  agentCode: string
  agentName: string
  authorityNumber: string | null
  address: string
  phone: string | null
  validFrom: string
  validTo: string | null
  sample: boolean
  /** Another agent stands under the same number today. */
  shared: boolean
  today: string
}

/** Every time of a point, the newest first: an old badge is told by the time it was made for. */
export async function listBadgeTimes(sql: Queryable, pointCode: string): Promise<BadgeRow[]> {
  return [
    ...(await sql<BadgeRow[]>`
      SELECT p.point_code AS "pointCode", p.name AS "pointName", a.agent_code AS "agentCode", a.name AS "agentName", coalesce(p.authority_number, a.authority_number) AS "authorityNumber",
        p.address, coalesce(p.phone, a.phone) AS phone, greatest(p.valid_from, a.valid_from) AS "validFrom", least(p.valid_to, a.valid_to) AS "validTo",
        p.source LIKE 'Dữ liệu mẫu%' OR p.source = 'synthetic' AS sample, ansinh_today() AS today,
        EXISTS (SELECT FROM collection_agents o WHERE o.agent_code <> a.agent_code AND o.authority_number = coalesce(p.authority_number, a.authority_number)
          AND ansinh_today() BETWEEN o.valid_from AND coalesce(o.valid_to, 'infinity')) AS shared
      FROM collection_points p JOIN collection_agents a ON a.agent_code = p.agent_code
        AND a.valid_from <= coalesce(p.valid_to, 'infinity') AND coalesce(a.valid_to, 'infinity') >= p.valid_from
      WHERE p.point_code = ${pointCode} AND coalesce(p.valid_to, 'infinity') >= p.valid_from AND coalesce(a.valid_to, 'infinity') >= a.valid_from
      ORDER BY "validFrom" DESC`),
  ]
}
