import type { DeskBadge } from '@an-sinh/contract'
import { decideBadgeState } from '@an-sinh/domain'
import { type BadgeRow, type BadgeScope, listNewestBadges, listWithdrawals } from '../agent-badges/index.ts'
import type { StaffActor } from '../platform/actor.ts'
import type { Queryable } from '../platform/sql.ts'
import { findOffice, listOfficesOfDesk } from '../reference/index.ts'

/** A supervisor sees the points of the office's wards, a province its own, operators all. */
export async function scopeOf(sql: Queryable, { role, officeId }: StaffActor): Promise<BadgeScope> {
  if (role === 'operator') return { wardCodes: null, provinceCode: null }
  if (role === 'province') return { wardCodes: null, provinceCode: (await findOffice(sql, officeId))?.provinceCode ?? '' }
  const offices = await Promise.all((await listOfficesOfDesk(sql, officeId)).map((id) => findOffice(sql, id)))
  return { wardCodes: offices.flatMap((office) => office?.wardCodes ?? []), provinceCode: null }
}

export const stateOf = (row: BadgeRow): DeskBadge['state'] => {
  const state = decideBadgeState({ ...row, shared: row.sharedWith.length > 0, withdrawn: false })
  return state === 'withdrawn' ? 'expired' : state
}

/** What the actor may see of the badges, one more than `limit` when there are more. */
export async function listBadgesInView(
  sql: Queryable,
  actor: StaffActor,
  { limit, ...narrowed }: { limit: number; folded?: string; pointCode?: string },
): Promise<{ rows: BadgeRow[]; badges: DeskBadge[] }> {
  const rows = await listNewestBadges(sql, { ...(await scopeOf(sql, actor)), ...narrowed }, limit)
  const withdrawals = await listWithdrawals(
    sql,
    rows.map(({ pointCode }) => pointCode),
  )
  const badges = rows.map(({ today: _today, ...row }, at) => ({
    ...row,
    state: stateOf(rows[at] as BadgeRow),
    withdrawals: withdrawals
      .filter(
        (one) => one.pointCode === row.pointCode && one.agentCode === row.agentCode && one.authorityNumber === (row.authorityNumber ?? ''),
      )
      .map(({ serial, withdrawnAt, reason, note, by }) => ({ serial, withdrawnAt: withdrawnAt.toISOString(), reason, note, by })),
  }))
  return { rows, badges }
}
