import { getHealthCardsRoute } from '@an-sinh/contract'

import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { getCardHolder, listCardHistory, listCopayments } from './card-history-queries.ts'
import { toCardHistory } from './to-card-history.ts'

export function getHealthCards(server: Server, platform: Platform): void {
  addRoute(server, getHealthCardsRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    const [holder, cards] = await Promise.all([getCardHolder(platform.sql, personId), listCardHistory(platform.sql, personId)])
    return toCardHistory(holder, cards, await listCopayments(platform.sql, personId, holder.today))
  })
}
