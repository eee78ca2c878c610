import { moveIncidentDeadlinesRoute, previewIncidentDeadlinesRoute, undoIncidentDeadlinesRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { countMoves, listArea, listOrdersById, orderDays, requireDays, undoDays } from '../closures/index.ts'
import { requireActor, type StaffActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findStandingOffice, listReceivingOffices, type OfficeRow } from '../reference/index.ts'
import { type IncidentRow, insertDeadlineOrder } from './incident-queries.ts'
import { readDeskIncident, requireOwnIncident } from './speak-for.ts'
import type { StatusMemory } from './status-memory.ts'

/** The desks whose deadlines move: all of them, or that of the office it is about; of a province's office those below it. */
const listDesks = async (sql: Queryable, actor: StaffActor, { officeId }: IncidentRow): Promise<readonly OfficeRow[]> => {
  if (officeId === null) return listReceivingOffices(sql)
  const own = requireFound(await findStandingOffice(sql, officeId), 'not-found')
  return listArea(sql, { ...actor, officeId: own.officeId })
}

export function previewIncidentDeadlines(server: Server, { sql }: Platform): void {
  addRoute(server, previewIncidentDeadlinesRoute, async ({ body, params, request }) => {
    const actor = requireActor(request, 'staff')
    const row = await requireOwnIncident(sql, actor, params.incidentId)
    if (row.state === 'withdrawn') throw new Refusal('incident-over')
    await requireDays(sql, body)
    const { offices, ...counts } = await countMoves(sql, await listDesks(sql, actor, row), body)
    return { ...counts, offices: offices.length }
  })
}

/** Also for an incident that is over: who could not come in time is told afterwards. */
export function moveIncidentDeadlines(server: Server, platform: Platform, memory: StatusMemory): void {
  addRoute(server, moveIncidentDeadlinesRoute, async ({ body, params: { incidentId }, request }) => {
    const actor = requireActor(request, 'staff')
    const answer = await inTransaction(platform, async (transaction) => {
      const row = await requireOwnIncident(transaction, actor, incidentId)
      if (row.orderIds.includes(body.orderId)) return readDeskIncident(transaction, incidentId)
      if (row.state === 'withdrawn') throw new Refusal('incident-over')
      const desks = await listDesks(transaction, actor, row)
      const order = { ...body, officeIds: desks.map(({ officeId }) => officeId), cause: 'incident', staffId: actor.staffId } as const
      const reason = (row.updates[0]?.title.vi ?? '').slice(0, 200)
      if (!(await orderDays(platform, transaction, { ...order, reason }))) throw new Refusal('not-found')
      await insertDeadlineOrder(transaction, incidentId, body.orderId)
      const details = { incidentId, orderId: body.orderId, fromOn: body.fromOn, toOn: body.toOn, offices: desks.length }
      await recordAudit(transaction, { actor, action: 'incident-deadlines-moved', requestId: request.id, details })
      return readDeskIncident(transaction, incidentId)
    })
    memory.forget()
    return answer
  })
}

export function undoIncidentDeadlines(server: Server, platform: Platform, memory: StatusMemory): void {
  addRoute(server, undoIncidentDeadlinesRoute, async ({ params: { incidentId, orderId }, request }) => {
    const actor = requireActor(request, 'staff')
    const answer = await inTransaction(platform, async (transaction) => {
      const row = await requireOwnIncident(transaction, actor, incidentId)
      requireFound(
        (await listOrdersById(transaction, row.orderIds)).find((order) => order.orderId === orderId),
        'not-found',
      )
      await undoDays(platform, transaction, { orderId, staffId: actor.staffId })
      await recordAudit(transaction, {
        actor,
        action: 'incident-deadlines-undone',
        requestId: request.id,
        details: { incidentId, orderId },
      })
      return readDeskIncident(transaction, incidentId)
    })
    memory.forget()
    return answer
  })
}
