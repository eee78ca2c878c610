import { getAgentBadgeRoute } from '@an-sinh/contract'
import { renderBadge } from '../agent-badges/index.ts'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { listBadgesInView, stateOf } from './badges-in-view.ts'

/** On paper only for who may collect today; two agents under one number get none until it is cleared whose it is. */
export function getAgentBadge(server: Server, platform: Platform): void {
  addRoute(server, getAgentBadgeRoute, async ({ params: { pointCode }, request, reply }) => {
    const actor = requireActor(request, 'staff')
    const { rows } = await listBadgesInView(platform.sql, actor, { limit: 1, pointCode })
    const row = requireFound(rows[0], 'not-found')
    const state = stateOf(row)
    if (state !== 'valid') throw new Refusal(state === 'disputed' ? 'badge-disputed' : 'badge-not-valid')
    const pdf = await renderBadge(platform, row)
    await inTransaction(platform, (transaction) =>
      recordAudit(transaction, {
        actor,
        action: 'agent-badge-printed',
        requestId: request.id,
        details: { pointCode, agentCode: row.agentCode, serial: row.serial },
      }),
    )
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'inline; filename="the-dai-ly.pdf"')
      .send(pdf)
  })
}
