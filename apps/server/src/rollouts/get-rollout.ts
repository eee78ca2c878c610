import { getRolloutRoute, type Rollout } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { countStates, countWeeks, listTargets, readNow, type StateCount } from './rollout-queries.ts'

/** A quarter of a year. */
const WEEKS = 13

const byDepartment = (counts: readonly StateCount[]): Rollout['departments'] =>
  [...new Set(counts.map(({ department }) => department))].map((department) => ({
    department,
    states: counts.filter((one) => one.department === department).map(({ state, people }) => ({ state, people })),
  }))

/** Counts only, and their targets; asked with an employer's rights. */
export function getRollout(server: Server, platform: Platform): void {
  addRoute(server, getRolloutRoute, async ({ query, request }) => {
    const { employerId } = requireActor(request, 'employer')
    const department = query.department ?? null
    return inEmployerTransaction(platform, async (transaction) => {
      const counts = await countStates(transaction, employerId, department)
      const targets = await listTargets(transaction, employerId)
      return {
        asOf: (await readNow(transaction)).now.toISOString(),
        people: counts.reduce((sum, { people }) => sum + people, 0),
        departments: byDepartment(counts),
        weeks: await countWeeks(transaction, employerId, department, WEEKS),
        targets: targets.map((target) => ({ ...target, setAt: target.setAt.toISOString() })),
      }
    })
  })
}
