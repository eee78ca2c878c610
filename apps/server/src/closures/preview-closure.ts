import { previewClosureRoute } from '@an-sinh/contract'
import { checkClosure } from '@an-sinh/domain'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { readToday } from '../registrations/index.ts'
import { requireInArea } from './list-area.ts'
import { loadDeskTargets } from './load-desk.ts'

/** No order bears it: all standing closures count as the others. */
const NO_ORDER = '00000000-0000-0000-0000-000000000000'

/** What the closure would do, counted by clock and not case by case: nothing is written, nobody's name is read. */
export function previewClosure(server: Server, platform: Platform): void {
  addRoute(server, previewClosureRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const { sql } = platform
    const checked = checkClosure({ ...body, todayOn: await readToday(sql) })
    if (!checked.ok) throw new Refusal(checked.code)
    const dates = new Map<string, { fromOn: string; toOn: string; cases: number }>()
    const offices = []
    let told = 0
    for (const { officeId, name } of await requireInArea(sql, actor, body.officeIds)) {
      const { groups, targets } = await loadDeskTargets(sql, officeId, { ...body, orderId: NO_ORDER }, 'close')
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
  })
}
