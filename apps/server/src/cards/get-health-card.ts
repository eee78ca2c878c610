import { getHealthCardRoute } from '@an-sinh/contract'

import { sessionHashOf, touchSession } from '../accounts/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { listSignedInCards } from './signed-in-card-queries.ts'
import { toCardAnswer } from './to-card-answer.ts'

export function getHealthCard(server: Server, platform: Platform): void {
  const { idleMinutes } = platform.settings.citizenSession
  addRoute(
    server,
    getHealthCardRoute,
    async ({ request }) => {
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
