import { listMandateOffersRoute } from '@an-sinh/contract'
import { getPerson } from '../persons/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { findOffer, listGivers, listOffersOf } from './mandate-queries.ts'
import { toGivenOffer, toReceivedOffer } from './to-offer-answer.ts'

/** What was accepted stands among the representations, with the name. */
export function listMandateOffers(server: Server, platform: Platform): void {
  addRoute(server, listMandateOffersRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    const [given, givers] = await Promise.all([listOffersOf(platform.sql, personId), listGivers(platform.sql, personId)])
    const received = await Promise.all(
      givers.map(async ({ giverPersonId, offerId }) => {
        const row = await findOffer(platform.sql, giverPersonId, offerId)
        if (row?.state !== 'waiting') return []
        return [toReceivedOffer(row, (await getPerson(platform.sql, giverPersonId)).fullName)]
      }),
    )
    return { given: given.filter(({ state }) => state !== 'accepted').map(toGivenOffer), received: received.flat() }
  })
}
