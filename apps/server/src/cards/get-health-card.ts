import { getHealthCardRoute } from '@an-sinh/contract'

import { sessionHashOf, touchSession } from '../accounts/index.ts'
import { admit } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { requireSubject } from '../representations/index.ts'
import { listCardsOf, listSignedInCards } from './signed-in-card-queries.ts'
import { toCardAnswer } from './to-card-answer.ts'

export function getHealthCard(server: Server, platform: Platform): void {
  const { idleMinutes } = platform.settings.citizenSession
  addRoute(
    server,
    getHealthCardRoute,
    async ({ query, request }) => {
      if (query.for !== undefined) {
        request.actor = await admit(request, 'citizen', server.resolvers)
        const { personId } = await requireSubject(platform, request, query.for, 'card')
        const [card, ...more] = await listCardsOf(platform.sql, personId)
        if (card === undefined) throw new Refusal('representation-unknown')
        return toCardAnswer([card, ...more])
      }
      const token = sessionHashOf(request)
      if (token === null) throw new Refusal('not-signed-in')
      const [first, ...others] = await listSignedInCards(platform.sql, token, idleMinutes)
      if (first === undefined) throw new Refusal('not-signed-in')
      if (first.stale) await touchSession(platform.sql, token)
      return toCardAnswer([first, ...others])
    },
    { resolves: 'in-handler' },
  )
}
