import { cancelAccountStopRoute } from '@an-sinh/contract'
import { findAccount } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { tellPerson } from '../notices/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { cancelOpenStops } from './account-stop-queries.ts'

/** Taken back in the app; told where it had been announced. */
export function cancelAccountStop(server: Server, platform: Platform): void {
  addRoute(server, cancelAccountStopRoute, async ({ params: { stopId }, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const account = requireFound(await findAccount(platform.sql, personId), 'not-signed-in')
    await inTransaction(platform, async (transaction) => {
      if ((await cancelOpenStops(transaction, { personId, stopId })).length === 0) throw new Refusal('not-found')
      const content = { event: 'account-stop-cancelled' } as const
      await tellPerson(platform, transaction, account, { key: `account-stop/${stopId}/cancelled`, content })
      await recordAudit(transaction, { actor, action: 'account-stop-cancelled', personId, requestId: request.id })
    })
    return undefined
  })
}
