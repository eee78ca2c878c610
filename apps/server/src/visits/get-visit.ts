import { getVisitRoute } from '@an-sinh/contract'

import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { requireSubject } from '../representations/index.ts'
import { toVisitAnswer } from './to-visit-answer.ts'
import { findVisit, listCostLines, listPapers } from './visit-queries.ts'

export function getVisit(server: Server, platform: Platform): void {
  addRoute(server, getVisitRoute, async ({ request, query, params: { visitId } }) => {
    const { personId } = await requireSubject(platform, request, query.for, 'medical-book')
    const [visit, lines, papers] = await Promise.all([
      findVisit(platform.sql, personId, visitId),
      listCostLines(platform.sql, personId, visitId),
      listPapers(platform.sql, personId, visitId),
    ])
    return toVisitAnswer(requireFound(visit, 'not-found'), lines, papers)
  })
}
