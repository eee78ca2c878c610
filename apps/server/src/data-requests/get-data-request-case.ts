import { getDataRequestCaseRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { requireDeskRequest, showDataRequestCase } from './open-data-request-case.ts'

/** Every look is a line that the person sees. */
export function getDataRequestCase(server: Server, platform: Platform): void {
  addRoute(server, getDataRequestCaseRoute, ({ params: { requestId }, request }) => {
    const actor = requireActor(request, 'staff')
    return inTransaction(platform, async (transaction) => {
      const { row } = await requireDeskRequest(transaction, actor, requestId)
      const { personId, fileNumber } = row
      await recordAudit(transaction, { actor, action: 'data-request-read', personId, requestId: request.id, details: { fileNumber } })
      return showDataRequestCase(transaction, actor, requestId)
    })
  })
}
