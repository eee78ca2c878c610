import { undoClosureRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findOrder } from './closure-queries.ts'
import { requireInArea } from './list-area.ts'
import { undoDays } from './order-days.ts'
import { toClosureAnswer } from './to-closure-answer.ts'

/** One action takes it all back, also while the deadlines are still being moved. */
export function undoClosure(server: Server, platform: Platform): void {
  addRoute(server, undoClosureRoute, async ({ params, request }) => {
    const actor = requireActor(request, 'staff')
    const { closureId: orderId } = params
    const { officeIds } = requireFound(await findOrder(platform.sql, orderId, 'closed'), 'not-found')
    const area = await requireInArea(platform.sql, actor, officeIds)
    const order = await inTransaction(platform, async (transaction) => {
      await undoDays(platform, transaction, { orderId, staffId: actor.staffId })
      await recordAudit(transaction, { actor, action: 'closure-undone', requestId: request.id, details: { orderId } })
      return requireFound(await findOrder(transaction, orderId), 'not-found')
    })
    return toClosureAnswer(order, area)
  })
}
