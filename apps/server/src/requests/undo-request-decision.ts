import { undoRequestDecisionRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { letGoOfDecision } from '../procedures/index.ts'
import { findRequestDecision, markRequestUndone } from './request-decision-queries.ts'
import { requireOwnRequest } from './require-own-request.ts'
import { showRequest } from './show-request.ts'

/** By who decided, or a supervisor of the office, while nothing is written. Sent twice it is done once. */
export function undoRequestDecision(server: Server, platform: Platform): void {
  addRoute(server, undoRequestDecisionRoute, async ({ params: { requestId }, body, request }) => {
    const actor = requireActor(request, 'staff')
    await inTransaction(platform, async (transaction) => {
      const { row } = await requireOwnRequest(transaction, actor, requestId, 'for-update')
      const { personId } = row
      const decision = requireFound(await findRequestDecision(transaction, personId, body.decisionId), 'not-found')
      if (decision.requestId !== requestId) throw new Refusal('not-found')
      if (decision.staffId !== actor.staffId && actor.role !== 'supervisor') throw new Refusal('not-allowed')
      if (decision.undoneWhy === 'by-hand') return
      // The conditional UPDATE has the last word: the release may have come between.
      if (!(await markRequestUndone(transaction, decision, 'by-hand'))) throw new Refusal('undo-too-late')
      await letGoOfDecision(transaction, decision)
      const details = { decisionId: decision.decisionId }
      await recordAudit(transaction, {
        actor,
        action: 'request-decision-undone',
        personId,
        reasonCode: 'by-hand',
        requestId: request.id,
        details,
      })
    })
    return showRequest(platform, request, requestId)
  })
}
