import { stepUpByPasskeyRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { markProved } from '../step-ups/index.ts'
import { proveByPasskey } from './prove-by-passkey.ts'

/** The lock of one's device once more; somebody else's key proves nothing here. */
export function stepUpByPasskey(server: Server, platform: Platform): void {
  addRoute(server, stepUpByPasskeyRoute, async ({ body: { credential }, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const proved = await proveByPasskey(platform, credential, 'passkey-not-own')
    if (proved.row.personId !== personId) throw new Refusal('passkey-not-own')
    await inTransaction(platform, async (transaction) => {
      await proved.spend(transaction)
      await markProved(transaction, actor)
      await recordAudit(transaction, { actor, action: 'stepped-up', personId, requestId: request.id, details: { by: 'passkey' } })
    })
    return undefined
  })
}
