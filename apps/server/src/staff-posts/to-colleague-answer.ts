import type { Colleague } from '@an-sinh/contract'
import type { StaffActor } from '../platform/actor.ts'
import type { Queryable } from '../platform/sql.ts'
import { listOfficesInView } from '../staff/index.ts'
import { type ColleagueRow, listPostRows } from './staff-post-queries.ts'

/** The offices somebody gives posts at; `null`: all. */
export const listReach = async (sql: Queryable, actor: StaffActor): Promise<readonly number[] | null> =>
  actor.role === 'operator' ? null : listOfficesInView(sql, actor)

export async function toColleagueAnswers(sql: Queryable, actor: StaffActor, rows: readonly ColleagueRow[]): Promise<Colleague[]> {
  const posts = await listPostRows(
    sql,
    rows.map(({ staffId }) => staffId),
  )
  return rows.map((row) => ({
    ...row,
    isSelf: row.staffId === actor.staffId,
    posts: posts
      .filter(({ staffId }) => staffId === row.staffId)
      .map(({ staffId: _staffId, givenAt, ...post }) => ({ ...post, givenAt: givenAt.toISOString() })),
  }))
}
