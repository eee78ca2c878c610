import { staffSignOutRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { clearStaffCookie } from './staff-cookie.ts'
import { revokeStaffSession } from './staff-queries.ts'

export function signOutStaff(server: Server, platform: Platform): void {
  addRoute(server, staffSignOutRoute, async ({ request, reply }) => {
    const actor = requireActor(request, 'staff')
    await inTransaction(platform, async (transaction) => {
      await revokeStaffSession(transaction, actor.sessionHash)
      await recordAudit(transaction, { actor, action: 'staff-signed-out', requestId: request.id })
    })
    clearStaffCookie(reply)
    return undefined
  })
}
