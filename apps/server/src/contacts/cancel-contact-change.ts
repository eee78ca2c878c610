import { cancelContactChangeRoute } from '@an-sinh/contract'
import { findAccount } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { tellPerson } from '../notices/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { cancelOpenChanges } from './contact-change-queries.ts'

/** Taken back in the app; told where it had been announced. */
export function cancelContactChange(server: Server, platform: Platform): void {
  addRoute(server, cancelContactChangeRoute, async ({ params: { changeId }, request }) => {
    const actor = requireActor(request, 'citizen')
    const { personId } = actor
    const account = requireFound(await findAccount(platform.sql, personId), 'not-signed-in')
    await inTransaction(platform, async (transaction) => {
      const [cancelled] = await cancelOpenChanges(transaction, { personId, changeId })
      if (cancelled === undefined) throw new Refusal('not-found')
      const content = { event: 'contact-change-cancelled', kind: cancelled.kind } as const
      if (cancelled.waited) await tellPerson(platform, transaction, account, { key: `contact-change/${changeId}/cancelled`, content })
      await recordAudit(transaction, { actor, action: 'contact-change-cancelled', personId, requestId: request.id })
    })
    return undefined
  })
}
