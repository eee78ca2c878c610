import { listOwnAccessesRoute } from '@an-sinh/contract'
import { describeAccess, listAccesses } from '../audit/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'

export function listOwnAccesses(server: Server, platform: Platform): void {
  addRoute(server, listOwnAccessesRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    const rows = await listAccesses(platform.sql, personId)
    return { accesses: rows.map((row) => ({ at: row.at.toISOString(), ...describeAccess(row, request.headers['accept-language']), officeName: row.officeName })) }
  })
}
