import { listIncidentsRoute } from '@an-sinh/contract'
import { listOrdersById } from '../closures/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listDeskIncidents, readNow } from './incident-queries.ts'
import { isSpokenFor, listSpokenFor } from './speak-for.ts'
import { toDeskIncident } from './to-incident.ts'

export function listIncidents(server: Server, { sql }: Platform): void {
  addRoute(server, listIncidentsRoute, async ({ request }) => {
    const officeIds = await listSpokenFor(sql, requireActor(request, 'staff'))
    const [now, rows] = [await readNow(sql), await listDeskIncidents(sql, officeIds)]
    const orders = await listOrdersById(
      sql,
      rows.flatMap(({ orderIds }) => orderIds),
    )
    return { now: now.toISOString(), incidents: rows.map((row) => toDeskIncident(row, { now, mine: isSpokenFor(officeIds, row), orders })) }
  })
}
