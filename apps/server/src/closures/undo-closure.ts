import { undoClosureRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { cancelOrder, findOrder } from './closure-queries.ts'
import { requireInArea } from './list-area.ts'
import { toClosureAnswer } from './to-closure-answer.ts'

/** One action takes it all back, also while the deadlines are still being moved. */
export function undoClosure(server: Server, platform: Platform): void {
  addRoute(server, undoClosureRoute, async ({ params, request }) => {
    const actor = requireActor(request, 'staff')
    const { closureId: orderId } = params
    const { officeIds } = requireFound(await findOrder(platform.sql, orderId), 'not-found')
    const area = await requireInArea(platform.sql, actor, officeIds)
    const order = await inTransaction(platform, async (transaction) => {
      if (!(await cancelOrder(transaction, orderId, actor.staffId))) throw new Refusal('closure-undone')
      await recordAudit(transaction, { actor, action: 'closure-undone', requestId: request.id, details: { orderId } })
      await platform.jobs.send(transaction, 'move-closure-deadlines', { orderId })
      return requireFound(await findOrder(transaction, orderId), 'not-found')
    })
    return toClosureAnswer(order, area)
  })
}
