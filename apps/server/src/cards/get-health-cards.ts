import { getHealthCardsRoute } from '@an-sinh/contract'

import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireSubject } from '../representations/index.ts'
import { getCardHolder, listCardHistory, listCopayments } from './card-history-queries.ts'
import { toCardHistory } from './to-card-history.ts'

export function getHealthCards(server: Server, platform: Platform): void {
  addRoute(server, getHealthCardsRoute, async ({ query, request }) => {
    const { personId, areas } = await requireSubject(platform, request, query.for, 'card')
    const [holder, cards] = await Promise.all([getCardHolder(platform.sql, personId), listCardHistory(platform.sql, personId)])
    const history = toCardHistory(holder, cards, await listCopayments(platform.sql, personId, holder.today))
    // What was paid at hospitals tells of visits.
    return areas.includes('medical-book') ? history : { ...history, copayment: null }
  })
}
