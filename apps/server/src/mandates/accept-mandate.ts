import { acceptMandateRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { insertRepresentation, tellMandateChange } from '../representations/index.ts'
import { answerOffer, findGiver, findOffer } from './mandate-queries.ts'

/** The offer becomes a right to look, under the offer's own id: from the next request on. Both are told. */
export function acceptMandate(server: Server, platform: Platform): void {
  addRoute(server, acceptMandateRoute, async ({ params: { offerId }, request, reply }) => {
    const actor = requireActor(request, 'citizen')
    await inTransaction(platform, async (transaction) => {
      const subjectId = requireFound(await findGiver(transaction, actor.personId, offerId), 'not-found')
      const { areas, lastOn, state } = requireFound(await findOffer(transaction, subjectId, offerId), 'not-found')
      if (state === 'accepted') return
      if (!(await answerOffer(transaction, subjectId, offerId, 'accepted'))) throw new Refusal('mandate-closed')
      await insertRepresentation(transaction, {
        personId: actor.personId,
        representationId: offerId,
        subjectPersonId: subjectId,
        kind: 'mandate',
        relation: null,
        areas,
        lastOn,
        source: `mandate-offer/${offerId}`,
      })
      for (const personId of [subjectId, actor.personId])
        await recordAudit(transaction, { actor, action: 'mandate-accepted', personId, requestId: request.id, details: { offerId } })
      const key = `mandate-offer/${offerId}/accepted`
      await tellMandateChange(platform, transaction, { key, readerId: actor.personId, subjectId, change: 'accepted' })
    })
    return reply.send()
  })
}
