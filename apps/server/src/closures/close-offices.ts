import { closeOfficesRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findOrder } from './closure-queries.ts'
import { requireInArea } from './list-area.ts'
import { orderDays } from './order-days.ts'
import { toClosureAnswer } from './to-closure-answer.ts'

/** The days are closed at once, for the finder and for every new deadline; the running ones are moved by the job sent with them. */
export function closeOffices(server: Server, platform: Platform): void {
  addRoute(server, closeOfficesRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const { closureId: orderId, officeIds, fromOn, toOn } = body
    const reason = body.reason.trim()
    if (reason === '') throw new Refusal('reason-missing')
    const area = await requireInArea(platform.sql, actor, officeIds)
    const order = await inTransaction(platform, async (transaction) => {
      const isNew = await orderDays(platform, transaction, {
        orderId,
        officeIds,
        fromOn,
        toOn,
        reason,
        cause: 'closed',
        staffId: actor.staffId,
      })
      if (isNew)
        await recordAudit(transaction, {
          actor,
          action: 'offices-closed',
          requestId: request.id,
          details: { orderId, offices: officeIds.join(' '), fromOn, toOn },
        })
      return requireFound(await findOrder(transaction, orderId, 'closed'), 'not-found')
    })
    // An id that was used before names what was ordered then, which may lie elsewhere.
    await requireInArea(platform.sql, actor, order.officeIds)
    return toClosureAnswer(order, area)
  })
}
