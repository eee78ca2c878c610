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
  /** Other agents that stand under the same number today. */
  sharedWith: string[]
  /** Number of the badge that may be printed now: those before it were withdrawn. */
  serial: number
  today: string
}

/** Whose points: of these wards, of this province, or all (both null). `pointCode`, `folded`: one alone, or those whose names hold the text. */
export type BadgeScope = {
  wardCodes: readonly string[] | null
  provinceCode: string | null
  pointCode?: string
  folded?: string
}

const columns = (sql: Queryable) => sql`
  p.point_code AS "pointCode", p.name AS "pointName", a.agent_code AS "agentCode", a.name AS "agentName", coalesce(p.authority_number, a.authority_number) AS "authorityNumber",
  p.address, coalesce(p.phone, a.phone) AS phone, greatest(p.valid_from, a.valid_from) AS "validFrom", least(p.valid_to, a.valid_to) AS "validTo",
  p.source LIKE 'Dữ liệu mẫu%' OR p.source = 'synthetic' AS sample, ansinh_today() AS today,
  ARRAY(SELECT DISTINCT o.name FROM collection_agents o WHERE o.agent_code <> a.agent_code AND o.authority_number = coalesce(p.authority_number, a.authority_number)
    AND ansinh_today() BETWEEN o.valid_from AND coalesce(o.valid_to, 'infinity') ORDER BY o.name) AS "sharedWith",
  1 + (SELECT coalesce(max(w.serial), 0) FROM agent_badge_withdrawals w WHERE w.point_code = p.point_code AND w.agent_code = a.agent_code
    AND w.authority_number = coalesce(p.authority_number, a.authority_number, ''))::integer AS serial`
const joined = (sql: Queryable) => sql`
  FROM collection_points p JOIN collection_agents a ON a.agent_code = p.agent_code
    AND a.valid_from <= coalesce(p.valid_to, 'infinity') AND coalesce(a.valid_to, 'infinity') >= p.valid_from
  WHERE coalesce(p.valid_to, 'infinity') >= p.valid_from AND coalesce(a.valid_to, 'infinity') >= a.valid_from`

/** Every time of a point, the newest first: an old badge is told by the time it was made for. */
export async function listBadgeTimes(sql: Queryable, pointCode: string): Promise<BadgeRow[]> {
  return [...(await sql<BadgeRow[]>`SELECT ${columns(sql)} ${joined(sql)} AND p.point_code = ${pointCode} ORDER BY "validFrom" DESC`)]
}

/** The newest time of each point, by name. */
export async function listNewestBadges(sql: Queryable, scope: BadgeScope, limit: number): Promise<BadgeRow[]> {
  const { wardCodes, provinceCode, pointCode = null, folded = null } = scope
  return [
    ...(await sql<BadgeRow[]>`
      SELECT * FROM (SELECT DISTINCT ON (p.point_code) ${columns(sql)} ${joined(sql)}
        AND (${wardCodes === null} OR p.ward_code = ANY (${[...(wardCodes ?? [])]}::text[])) AND (${provinceCode}::text IS NULL OR p.province_code = ${provinceCode})
        AND (${pointCode}::text IS NULL OR p.point_code = ${pointCode})
        AND (${folded}::text IS NULL OR strpos(p.name_folded, ${folded}) > 0 OR strpos(a.name_folded, ${folded}) > 0 OR strpos(lower(p.point_code), ${folded}) > 0)
        ORDER BY p.point_code, greatest(p.valid_from, a.valid_from) DESC) AS newest
      ORDER BY "agentName", "pointName", "pointCode" LIMIT ${limit}`),
  ]
}

export type BadgeWithdrawalRow = {
  pointCode: string
  agentCode: string
  authorityNumber: string
  serial: number
  withdrawnAt: Date
  reason: 'lost' | 'misused' | 'changed' | 'ended'
  note: string | null
  by: string
}

export async function listWithdrawals(sql: Queryable, pointCodes: readonly string[]): Promise<BadgeWithdrawalRow[]> {
  return [
    ...(await sql<BadgeWithdrawalRow[]>`
      SELECT w.point_code AS "pointCode", w.agent_code AS "agentCode", w.authority_number AS "authorityNumber", w.serial, w.withdrawn_at AS "withdrawnAt", w.reason, w.note,
        coalesce(s.full_name, '') AS by
      FROM agent_badge_withdrawals w LEFT JOIN staff_users s ON s.staff_id = w.withdrawn_by WHERE w.point_code = ANY (${[...pointCodes]}::text[]) ORDER BY w.serial DESC`),
  ]
}

type NewWithdrawal = Pick<BadgeWithdrawalRow, 'pointCode' | 'agentCode' | 'authorityNumber' | 'serial' | 'reason' | 'note'> & {
  staffId: number
}

/** True when it was not withdrawn before. */
export async function insertWithdrawal(sql: Queryable, badge: NewWithdrawal): Promise<boolean> {
  const { pointCode, agentCode, authorityNumber, serial, reason, note, staffId } = badge
  const { count } = await sql`
    INSERT INTO agent_badge_withdrawals (point_code, agent_code, authority_number, serial, withdrawn_by, reason, note)
    VALUES (${pointCode}, ${agentCode}, ${authorityNumber}, ${serial}, ${staffId}, ${reason}, ${note}) ON CONFLICT DO NOTHING`
  return count === 1
}
