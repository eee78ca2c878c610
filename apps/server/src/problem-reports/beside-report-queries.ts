import type { Rating } from '@an-sinh/domain'
import { postOfToday } from '../staff/index.ts'
import type { Queryable } from '../platform/sql.ts'

/** What tickets keep beside a report: read here, written there. */
export async function findSealedContact(sql: Queryable, reportId: string): Promise<{ channel: 'phone' | 'email'; sealed: Buffer } | null> {
  const [row] = await sql<{ channel: 'phone' | 'email'; sealed: Buffer }[]>`
    SELECT channel, contact_encrypted AS sealed FROM ticket_contacts WHERE report_id = ${reportId} AND channel IS NOT NULL AND erased_at IS NULL`
  return row ?? null
}

export async function listRatings(sql: Queryable, reportId: string): Promise<{ moveNo: number; helped: Rating; words: string }[]> {
  return [
    ...(await sql<{ moveNo: number; helped: Rating; words: string }[]>`
      SELECT move_no AS "moveNo", helped, words FROM ticket_ratings WHERE report_id = ${reportId} ORDER BY move_no`),
  ]
}

/** Who answers for an office today: its own clerks and supervisors, and whoever stands above it. */
export async function listHelpersOf(sql: Queryable, officeIds: readonly number[]): Promise<{ staffId: number; staffName: string }[]> {
  return [
    ...(await sql<{ staffId: number; staffName: string }[]>`
      SELECT u.staff_id AS "staffId", u.full_name AS "staffName" FROM staff_users u ${postOfToday(sql)}
      WHERE post.office_id = ANY(${[...officeIds]}::integer[]) AND post.role IN ('clerk', 'supervisor', 'province', 'support') AND u.stopped_at IS NULL
        AND ansinh_today() BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity') ORDER BY u.full_name COLLATE "vi-x-icu", u.staff_id LIMIT 500`),
  ]
}
