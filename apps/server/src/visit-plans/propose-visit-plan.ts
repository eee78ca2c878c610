import { randomUUID } from 'node:crypto'
import { cancelVisitPlanRoute, getEmployerVisitsRoute, keepVisitPlanRoute, proposeVisitPlanRoute } from '@an-sinh/contract'
import { planVisits } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { listOfficeDays } from './office-days.ts'
import { requireOffice, showEmployerVisits } from './show-visits.ts'
import {
  cancelPlans,
  countPlanned,
  findPlan,
  holdEmployer,
  holdOffices,
  insertPlan,
  keepPlan,
  listWaiting,
  type NewLine,
  type WaitingRow,
} from './visit-plan-queries.ts'

export function getEmployerVisits(server: Server, platform: Platform): void {
  addRoute(server, getEmployerVisitsRoute, async ({ request }) => showEmployerVisits(platform, requireActor(request, 'employer')))
}

/** The lines of one office, in the order of its days; whoever finds no room stands at the end. */
async function planOffice(transaction: Transaction, officeId: number, people: readonly WaitingRow[]): Promise<NewLine[]> {
  const days = await listOfficeDays(transaction, await requireOffice(transaction, officeId))
  const known = new Map(people.map((row) => [row.entryId, row]))
  const plan = planVisits(
    people.map(({ entryId, department, dueOn }) => ({ id: entryId, department, dueOn })),
    days,
  )
  const toLines = (ids: readonly string[], visitOn: string | null): NewLine[] =>
    ids.flatMap((entryId) => {
      const row = known.get(entryId)
      return row === undefined ? [] : [{ entryId, officeId, dueOn: row.dueOn, visitOn }]
    })
  return [...plan.days.flatMap(({ on, ids }) => toLines(ids, on)), ...toLines(plan.unplaced, null)]
}

/** Each at the office that awaits the form. Nothing is booked before the plan is kept. */
export function proposeVisitPlan(server: Server, platform: Platform): void {
  addRoute(server, proposeVisitPlanRoute, async ({ body: { departments }, request }) => {
    const actor = requireActor(request, 'employer')
    const { employerId, officerId } = actor
    await inTransaction(platform, async (transaction) => {
      await holdEmployer(transaction, employerId)
      const waiting = await listWaiting(transaction, employerId, departments)
      if (waiting.length === 0) throw new Refusal('nobody-to-plan')
      await cancelPlans(transaction, employerId, null)
      const lines: NewLine[] = []
      for (const officeId of new Set(waiting.map((row) => row.officeId)))
        lines.push(
          ...(await planOffice(
            transaction,
            officeId,
            waiting.filter((row) => row.officeId === officeId),
          )),
        )
      const planId = randomUUID()
      await insertPlan(transaction, { planId, employerId, officerId, lines })
      const details = { planId, employerId, people: lines.length }
      await recordAudit(transaction, { actor, action: 'employer-visit-plan-made', requestId: request.id, details })
    })
    return showEmployerVisits(platform, actor)
  })
}

/** @throws Refusal `visit-day-full` */
const requireRoom = async (transaction: Transaction, planId: string): Promise<void> => {
  const planned = await countPlanned(transaction, planId)
  const officeIds = [...new Set(planned.map(({ officeId }) => officeId))]
  await holdOffices(transaction, officeIds)
  for (const officeId of officeIds) {
    const days = new Map(
      (await listOfficeDays(transaction, await requireOffice(transaction, officeId), planId)).map(({ on, free }) => [on, free]),
    )
    if (planned.some((day) => day.officeId === officeId && day.forms > (days.get(day.on) ?? 0))) throw new Refusal('visit-day-full')
  }
}

export function keepVisitPlan(server: Server, platform: Platform): void {
  addRoute(server, keepVisitPlanRoute, async ({ params: { planId }, request }) => {
    const actor = requireActor(request, 'employer')
    await inTransaction(platform, async (transaction) => {
      await holdEmployer(transaction, actor.employerId)
      const plan = await findPlan(transaction, actor.employerId)
      if (plan?.planId !== planId) throw new Refusal('visit-plan-unknown')
      if (plan.state === 'kept') return
      await requireRoom(transaction, planId)
      await keepPlan(transaction, planId)
    })
    return showEmployerVisits(platform, actor)
  })
}

export function cancelVisitPlan(server: Server, platform: Platform): void {
  addRoute(server, cancelVisitPlanRoute, async ({ params: { planId }, request }) => {
    const actor = requireActor(request, 'employer')
    if (!(await cancelPlans(platform.sql, actor.employerId, planId))) throw new Refusal('visit-plan-unknown')
    return showEmployerVisits(platform, actor)
  })
}
