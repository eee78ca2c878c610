import { endDeviceRoute } from '@an-sinh/contract'
import { endSession } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'

/** A phone left at a friend's: signed out from here, nothing else changes. */
export function endDevice(server: Server, platform: Platform): void {
  addRoute(server, endDeviceRoute, async ({ params, request }) => {
    const actor = requireActor(request, 'citizen')
    await inTransaction(platform, async (transaction) => {
      if (!(await endSession(transaction, actor.personId, params.sessionId))) throw new Refusal('not-found')
      await recordAudit(transaction, { actor, action: 'device-ended', personId: actor.personId, requestId: request.id })
    })
    return undefined
  })
}
