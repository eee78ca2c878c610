import { withdrawAgentBadgeRoute } from '@an-sinh/contract'
import { insertWithdrawal } from '../agent-badges/index.ts'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listBadgesInView } from './badges-in-view.ts'

/** One badge, by its number: at once it no longer counts. A number that was never printed is nobody's. */
export function withdrawAgentBadge(server: Server, platform: Platform): void {
  addRoute(server, withdrawAgentBadgeRoute, async ({ params: { pointCode }, body, request }) => {
    const actor = requireActor(request, 'staff')
    return inTransaction(platform, async (transaction) => {
      const [known] = (await listBadgesInView(transaction, actor, { limit: 1, pointCode })).badges
      const { agentCode, authorityNumber, serial } = requireFound(known, 'not-found')
      if (body.serial > serial) throw new Refusal('not-found')
      const badge = { pointCode, agentCode, authorityNumber: authorityNumber ?? '', ...body }
      if (body.serial === serial && (await insertWithdrawal(transaction, { ...badge, staffId: actor.staffId })))
        await recordAudit(transaction, {
          actor,
          action: 'agent-badge-withdrawn',
          requestId: request.id,
          details: { pointCode, agentCode, serial, reason: body.reason },
        })
      const [now] = (await listBadgesInView(transaction, actor, { limit: 1, pointCode })).badges
      return requireFound(now, 'not-found')
    })
  })
}
