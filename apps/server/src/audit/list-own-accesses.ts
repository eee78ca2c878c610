import { listOwnAccessesRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listAccesses } from './audit-queries.ts'
import { describeAccess } from './describe-access.ts'

export function listOwnAccesses(server: Server, platform: Platform): void {
  addRoute(server, listOwnAccessesRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    const rows = await listAccesses(platform.sql, personId)
    return {
      accesses: rows.map((row) => ({
        at: row.at.toISOString(),
        ...describeAccess(row, request.headers['accept-language']),
        officeName: row.officeName,
      })),
    }
  })
}
