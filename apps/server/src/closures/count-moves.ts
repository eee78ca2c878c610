import type { CivilDate } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'
import { loadDeskTargets } from './load-desk.ts'

/** No order bears it: all standing closures count as the others. */
const NO_ORDER = '00000000-0000-0000-0000-000000000000'

type MoveCounts = {
  running: number
  moved: number
  told: number
  offices: { officeId: number; name: string; running: number; moved: number }[]
  dates: { fromOn: CivilDate; toOn: CivilDate; cases: number }[]
}

/** What passing over these days would do to running registrations, counted by clock and not case by case: nobody's name is read. */
export async function countMoves(
  sql: Queryable,
  desks: readonly { officeId: number; name: string }[],
  days: { fromOn: CivilDate; toOn: CivilDate },
): Promise<MoveCounts> {
  const dates = new Map<string, MoveCounts['dates'][number]>()
  const offices: MoveCounts['offices'] = []
  let told = 0
  for (const { officeId, name } of desks) {
    const { groups, targets } = await loadDeskTargets(sql, officeId, { ...days, orderId: NO_ORDER }, 'close')
    let moved = 0
    for (const group of groups) {
      const target = targets.find((one) => one.clockStartedOn === group.clockStartedOn && one.extensions === group.extensions)
      if (target === undefined || (target.dueOn === group.dueOn && target.graceEndsOn === group.graceEndsOn)) continue
      moved += group.cases
      if (target.dueOn === group.dueOn) continue
      told += group.cases
      const key = `${group.dueOn} ${target.dueOn}`
      dates.set(key, { fromOn: group.dueOn, toOn: target.dueOn, cases: (dates.get(key)?.cases ?? 0) + group.cases })
    }
    offices.push({ officeId, name, running: groups.reduce((sum, { cases }) => sum + cases, 0), moved })
  }
  return {
    running: offices.reduce((sum, { running }) => sum + running, 0),
    moved: offices.reduce((sum, { moved }) => sum + moved, 0),
    told,
    offices,
    dates: [...dates.values()].toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1)),
  }
}
