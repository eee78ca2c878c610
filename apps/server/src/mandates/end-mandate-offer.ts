import { endMandateOfferRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { tellMandateChange } from '../representations/index.ts'
import { answerOffer, findGiver, findOffer } from './mandate-queries.ts'

/** By who was asked: declined; by who gives: withdrawn. An accepted one is ended as a representation. */
export function endMandateOffer(server: Server, platform: Platform): void {
  addRoute(server, endMandateOfferRoute, async ({ params: { offerId }, request, reply }) => {
    const actor = requireActor(request, 'citizen')
    await inTransaction(platform, async (transaction) => {
      const giver = await findGiver(transaction, actor.personId, offerId)
      const change = giver === null ? 'withdrawn' : 'declined'
      const row = requireFound(await findOffer(transaction, giver ?? actor.personId, offerId), 'not-found')
      if (row.state === change) return
      if (!(await answerOffer(transaction, row.personId, offerId, change))) throw new Refusal('mandate-closed')
      const { personId: subjectId, readerPersonId: readerId } = row
      for (const personId of [subjectId, ...(readerId === null ? [] : [readerId])])
        await recordAudit(transaction, { actor, action: `mandate-${change}`, personId, requestId: request.id, details: { offerId } })
      await tellMandateChange(platform, transaction, { key: `mandate-offer/${offerId}/${change}`, readerId, subjectId, change })
    })
    return reply.send()
  })
}
