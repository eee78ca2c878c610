import { removePasskeyRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { deletePasskey } from './passkey-queries.ts'

export function removePasskey(server: Server, platform: Platform): void {
  addRoute(server, removePasskeyRoute, async ({ params, request }) => {
    const actor = requireActor(request, 'citizen')
    await inTransaction(platform, async (transaction) => {
      if (!(await deletePasskey(transaction, actor.personId, params.passkeyId))) throw new Refusal('not-found')
      await recordAudit(transaction, { actor, action: 'passkey-removed', personId: actor.personId, requestId: request.id })
    })
    return undefined
  })
}
