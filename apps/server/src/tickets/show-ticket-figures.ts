import { getTicketFiguresRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { openView } from '../problem-reports/index.ts'
import { countRatings } from './ticket-job-queries.ts'

const DAYS = 30

/** Whether the answers helped, by department: shares and counts, nobody's name and nobody's words. */
export function showTicketFigures(server: Server, platform: Platform): void {
  addRoute(server, getTicketFiguresRoute, async ({ request }) => {
    const { officeIds } = await openView(platform.sql, requireActor(request, 'staff'))
    const rows = await countRatings(platform.sql, officeIds, DAYS)
    return {
      days: DAYS,
      departments: rows.map(({ department, answered, yes, partly, no }) => ({
        department,
        answered,
        rated: yes + partly + no,
        helped: yes,
        partly,
        notHelped: no,
      })),
    }
  })
}
