import type { CivilDate, StaffRole } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import { postOfToday } from '../staff/index.ts'

export type ColleagueRow = {
  staffId: number
  userName: string
  fullName: string
  role: StaffRole | null
  officeId: number | null
  officeName: string | null
}
export type PostRow = {
  postId: string
  staffId: number
  role: StaffRole | null
  officeId: number | null
  officeName: string | null
  fromOn: CivilDate
  toOn: CivilDate | null
  reason: string
  givenBy: string
  givenAt: Date
}
export type NewPost = Pick<PostRow, 'postId' | 'staffId' | 'role' | 'officeId' | 'fromOn' | 'toOn' | 'reason'> & { givenBy: number }

const MOST = 500

const colleagues = (sql: Queryable) => sql`
  SELECT u.staff_id AS "staffId", u.user_name AS "userName", u.full_name AS "fullName", post.role, post.office_id AS "officeId", o.name AS "officeName", u.office_id AS home
  FROM staff_users u LEFT ${postOfToday(sql)} LEFT JOIN offices o ON o.office_id = post.office_id
  WHERE u.stopped_at IS NULL`

/** Who works at these offices today or was hired there; `null`: everybody. */
export async function listColleagueRows(sql: Queryable, officeIds: readonly number[] | null): Promise<ColleagueRow[]> {
  const ids = officeIds === null ? null : [...officeIds]
  return sql<ColleagueRow[]>`
    SELECT "staffId", "userName", "fullName", role, "officeId", "officeName" FROM (${colleagues(sql)}) c
    WHERE ${ids}::integer[] IS NULL OR coalesce("officeId", home) = ANY (${ids}::integer[]) ORDER BY "fullName" COLLATE "vi-x-icu", "staffId" LIMIT ${MOST}`
}

/** With the row locked: of two givers at once the second sees what the first gave. */
export async function findColleague(sql: Queryable, staffId: number): Promise<ColleagueRow | null> {
  await sql`SELECT FROM staff_users WHERE staff_id = ${staffId} FOR UPDATE`
  const [row] = await sql<ColleagueRow[]>`
    SELECT "staffId", "userName", "fullName", role, "officeId", "officeName" FROM (${colleagues(sql)}) c WHERE "staffId" = ${staffId}`
  return row ?? null
}

export async function listPostRows(sql: Queryable, staffIds: readonly number[]): Promise<PostRow[]> {
  return sql<PostRow[]>`
    SELECT p.post_id AS "postId", p.staff_id AS "staffId", p.role, p.office_id AS "officeId", o.name AS "officeName", p.from_on AS "fromOn", p.to_on AS "toOn",
      p.reason, g.full_name AS "givenBy", p.given_at AS "givenAt"
    FROM staff_posts p JOIN staff_users g ON g.staff_id = p.given_by LEFT JOIN offices o ON o.office_id = p.office_id
    WHERE p.staff_id = ANY (${[...staffIds]}::integer[]) ORDER BY p.post_no DESC`
}

/** False when the post was written before: the same request once more. */
export async function insertPost(sql: Queryable, post: NewPost): Promise<boolean> {
  const { count } = await sql`
    INSERT INTO staff_posts (post_id, staff_id, role, office_id, from_on, to_on, reason, given_by)
    VALUES (${post.postId}, ${post.staffId}, ${post.role}, ${post.officeId}, ${post.fromOn}, ${post.toOn}, ${post.reason}, ${post.givenBy}) ON CONFLICT (post_id) DO NOTHING`
  return count === 1
}

export async function readToday(sql: Queryable): Promise<CivilDate> {
  const [row] = await sql<{ today: CivilDate }[]>`SELECT ansinh_today() AS today`
  if (row === undefined) throw new Error('ansinh_today answered no row')
  return row.today
}

/** Offices to choose from, by name; `null`: all that are in force. */
export async function listOfficeNames(sql: Queryable, officeIds: readonly number[] | null): Promise<{ officeId: number; name: string }[]> {
  const ids = officeIds === null ? null : [...officeIds]
  return sql<{ officeId: number; name: string }[]>`
    SELECT office_id AS "officeId", name FROM offices
    WHERE (${ids}::integer[] IS NULL OR office_id = ANY (${ids}::integer[])) AND (valid_to IS NULL OR valid_to >= ansinh_today())
    ORDER BY name COLLATE "vi-x-icu"`
}
