import { employerSignOutRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { clearStaffCookie } from '../staff/index.ts'
import { revokeEmployerSession } from './employer-session-queries.ts'

export function signOutEmployer(server: Server, platform: Platform): void {
  addRoute(server, employerSignOutRoute, async ({ request, reply }) => {
    const actor = requireActor(request, 'employer')
    await inTransaction(platform, async (transaction) => {
      await revokeEmployerSession(transaction, actor.sessionHash)
      await recordAudit(transaction, { actor, action: 'employer-signed-out', requestId: request.id })
    })
    clearStaffCookie(reply)
    return undefined
  })
}
