import type { Fragment, Queryable } from '../platform/sql.ts'
import type { Reach } from '../messages/index.ts'

export type SegmentKind = 'all' | 'office' | 'ward' | 'employer'
/** `code`: number of the office, code of the ward, number of the employer; `correctsId`: those alone who were told that one. */
export type Segment = { kind: SegmentKind; code: string | null; correctsId: string | null }

export const noticeKeyOf = (announcementId: string): string => `announcement/${announcementId}`

/** The wards offices serve; the office of a province all of it. */
const wardsOf = (sql: Queryable, officeIds: readonly number[]): Fragment => sql`
  SELECT unnest(ward_codes) FROM offices WHERE office_id = ANY(${[...officeIds]}::integer[])
  UNION SELECT u.unit_code FROM offices o JOIN administrative_units u ON u.unit_level = 'ward' AND u.parent_code = o.province_code
    WHERE o.office_id = ANY(${[...officeIds]}::integer[]) AND o.office_level = 'province'`

/**
 * People with a living account who belong to a segment; every join is along one person. What was wrong is corrected to all who read it:
 * whoever moved away or left the employer meanwhile too.
 */
const members = (sql: Queryable, { kind, code, correctsId }: Segment): Fragment => {
  if (correctsId !== null)
    return sql`FROM notices n JOIN accounts a ON a.person_id = n.person_id
      WHERE n.kind = 'announcement' AND n.notice_key = ${noticeKeyOf(correctsId)} AND a.state = 'active'`
  if (kind === 'all') return sql`FROM accounts a WHERE a.state = 'active'`
  if (kind === 'employer')
    return sql`FROM accounts a WHERE a.state = 'active' AND EXISTS (
      SELECT FROM participation_spells s WHERE s.person_id = a.person_id AND s.employer_id = ${Number(code)} AND s.branch = 'social' AND s.scheme = 'compulsory'
        AND (s.to_month IS NULL OR s.to_month >= date_trunc('month', ansinh_today()) - interval '1 month')
        AND NOT EXISTS (SELECT FROM participation_spell_endings e WHERE e.person_id = s.person_id AND e.spell_id = s.spell_id))`
  const wards = kind === 'ward' ? sql`p.ward_code = ${code}` : sql`p.ward_code = ANY(ARRAY(${wardsOf(sql, [Number(code)])}))`
  return sql`FROM accounts a JOIN persons p ON p.person_id = a.person_id WHERE a.state = 'active' AND p.died_on IS NULL AND ${wards}`
}

/** How many there are after the person `after`, as far as `bound`. */
export async function countMembers(sql: Queryable, segment: Segment, bound: number, after = 0): Promise<number> {
  const [row] = await sql<
    { people: number }[]
  >`SELECT count(*)::integer AS people FROM (SELECT 1 ${members(sql, segment)} AND a.person_id > ${after} LIMIT ${bound}) AS m`
  return row?.people ?? 0
}

/** The next ones after `after`, in the order of their numbers. */
export async function listNextMembers(sql: Queryable, segment: Segment, after: number, limit: number): Promise<Reach[]> {
  return [
    ...(await sql<Reach[]>`
      SELECT a.person_id AS "personId", a.phone, a.email ${members(sql, segment)} AND a.person_id > ${after} ORDER BY a.person_id LIMIT ${limit}`),
  ]
}

export async function findWardName(sql: Queryable, wardCode: string): Promise<string | null> {
  const [row] = await sql<{ name: string }[]>`
    SELECT full_name AS name FROM administrative_units WHERE unit_level = 'ward' AND unit_code = ${wardCode} AND ansinh_today() BETWEEN valid_from AND coalesce(valid_to, 'infinity')`
  return row?.name ?? null
}

export async function findEmployerByCode(
  sql: Queryable,
  code: string,
): Promise<{ employerId: number; name: string; officeId: number } | null> {
  const [row] = await sql<{ employerId: number; name: string; officeId: number }[]>`
    SELECT employer_id AS "employerId", name, office_id AS "officeId" FROM employers WHERE employer_code = ${code} AND coalesce(valid_to, 'infinity') >= ansinh_today()
    ORDER BY employer_id DESC LIMIT 1`
  return row ?? null
}

/** Wards that these offices serve. */
export async function servesWard(sql: Queryable, officeIds: readonly number[], wardCode: string): Promise<boolean> {
  const [row] = await sql<{ yes: boolean }[]>`SELECT ${wardCode} IN (${wardsOf(sql, officeIds)}) AS yes`
  return row?.yes === true
}
