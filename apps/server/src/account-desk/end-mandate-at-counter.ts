import { endMandateAtCounterRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { revokeMandate } from '../representations/index.ts'
import { recordAct } from './record-act.ts'
import { requirePerson, requireReason } from './require-account.ts'
import { showDesk } from './show-desk.ts'

/** By who gave it, with or without an account; from the next request on nobody looks by it. */
export function endMandateAtCounter(server: Server, platform: Platform): void {
  addRoute(server, endMandateAtCounterRoute, async ({ params: { representationId }, body, request }) => {
    const actor = requireActor(request, 'staff')
    requireReason(actor, body)
    const { person } = await requirePerson(platform, actor, body.number)
    const { personId } = person
    await inTransaction(platform, async (transaction) => {
      const act = { actor, personId, kind: 'mandate-ended', order: body, action: 'mandate-ended-at-counter', request } as const
      if (!(await recordAct(transaction, act))) return
      const readerId = requireFound(await revokeMandate(platform, transaction, { subjectId: personId, representationId }), 'not-found')
      const line = { actor, action: 'mandate-ended-at-counter', personId: readerId, requestId: request.id, details: { representationId } }
      await recordAudit(transaction, line)
    })
    return showDesk(platform, actor, person, null)
  })
}
