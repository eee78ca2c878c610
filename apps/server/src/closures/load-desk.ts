import type { OfficeClosure } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import { findStandingOffice, listOfficesOfDesk, loadCalendar } from '../reference/index.ts'
import { decideTargets, type DeskChange, listExpiredClocks, listRunningGroups, readToday } from '../registrations/index.ts'
import { listClosuresBeside } from './closure-queries.ts'

type Days = OfficeClosure & { orderId: string }

/** One desk: the offices whose cases are here, and what its deadlines are decided by with these days closed and with them open. */
async function loadDesk(sql: Queryable, officeId: number, { orderId, fromOn, toOn }: Days) {
  const officeIds = await listOfficesOfDesk(sql, officeId)
  const office = await findStandingOffice(sql, officeId)
  const open = await listClosuresBeside(sql, office?.officeId ?? officeId, orderId)
  const shared = { calendar: await loadCalendar(sql), openWeekdays: office?.openingHours.weekdays ?? [1, 2, 3, 4, 5] }
  return { officeIds, ...shared, open, closed: [...open, { fromOn, toOn }] }
}

/** A desk's running cases and what closing (or opening again) these days makes of their clocks. */
export async function loadDeskTargets(sql: Queryable, officeId: number, days: Days, way: 'close' | 'open') {
  const { officeIds, open, closed, ...shared } = await loadDesk(sql, officeId, days)
  const change: DeskChange = { ...shared, before: way === 'close' ? open : closed, after: way === 'close' ? closed : open }
  const groups = await listRunningGroups(sql, officeIds)
  return { officeIds, groups, change, targets: decideTargets(groups, change, way === 'open') }
}

/** Where the clocks of cases that ran out in the closed days stand by the rule with these days closed; only such as run again then. */
export async function loadExpiredTargets(sql: Queryable, officeIds: readonly number[], { fromOn }: Days, change: DeskChange) {
  const todayOn = await readToday(sql)
  const targets = decideTargets(await listExpiredClocks(sql, officeIds, fromOn), change, true)
  return targets.filter(({ graceEndsOn }) => graceEndsOn >= todayOn)
}
