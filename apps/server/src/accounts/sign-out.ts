import { signOutRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { inTransaction } from '../platform/transaction.ts'
import { clearSessionCookie } from './session-cookie.ts'
import { revokeSession } from './account-queries.ts'

export function signOut(server: Server, platform: Platform): void {
  addRoute(server, signOutRoute, async ({ request, reply }) => {
    const actor = requireActor(request, 'citizen')
    await inTransaction(platform, async (transaction) => {
      await revokeSession(transaction, actor)
      await recordAudit(transaction, { actor, action: 'signed-out', personId: actor.personId, requestId: request.id })
    })
    clearSessionCookie(reply)
    return undefined
  })
}
