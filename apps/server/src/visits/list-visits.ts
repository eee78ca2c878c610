import { listVisitsRoute } from '@an-sinh/contract'

import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireSubject } from '../representations/index.ts'
import { toVisitSummary } from './to-visit-answer.ts'
import { listVisitRows, listVisitYears } from './visit-queries.ts'

export function listVisits(server: Server, platform: Platform): void {
  addRoute(server, listVisitsRoute, async ({ request, query }) => {
    const { personId } = await requireSubject(platform, request, query.for, 'medical-book')
    const years = await listVisitYears(platform.sql, personId)
    const year = query.year === undefined ? (years[0] ?? null) : Number(query.year)
    const visits = year === null ? [] : await listVisitRows(platform.sql, personId, { year })
    return { years, year, visits: visits.map(toVisitSummary) }
  })
}
