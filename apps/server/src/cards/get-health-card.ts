import { getHealthCardRoute } from '@an-sinh/contract'

import { sessionHashOf } from '../accounts/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { listSignedInCards } from './signed-in-card-queries.ts'
import { toCardAnswer } from './to-card-answer.ts'

export function getHealthCard(server: Server, platform: Platform): void {
  addRoute(
    server,
    getHealthCardRoute,
    async ({ request }) => {
      const session = sessionHashOf(request)
      if (session === null) throw new Refusal('not-signed-in')
      const [first, ...others] = await listSignedInCards(platform.sql, session)
      if (first === undefined) throw new Refusal('not-signed-in')
      return toCardAnswer([first, ...others])
    },
    { resolves: 'in-handler' },
  )
}
