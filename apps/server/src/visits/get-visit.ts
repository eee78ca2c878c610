import { getVisitRoute } from '@an-sinh/contract'

import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { toVisitAnswer } from './to-visit-answer.ts'
import { findVisit, listCostLines, listPapers } from './visit-queries.ts'

export function getVisit(server: Server, platform: Platform): void {
  addRoute(server, getVisitRoute, async ({ request, params: { visitId } }) => {
    const { personId } = requireActor(request, 'citizen')
    const [visit, lines, papers] = await Promise.all([
      findVisit(platform.sql, personId, visitId),
      listCostLines(platform.sql, personId, visitId),
      listPapers(platform.sql, personId, visitId),
    ])
    return toVisitAnswer(requireFound(visit, 'not-found'), lines, papers)
  })
}
