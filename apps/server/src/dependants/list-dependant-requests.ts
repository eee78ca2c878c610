import { listDependantRequestsRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listDependantRequestRows } from './dependant-queries.ts'
import { toDependantAnswer } from './to-dependant-answer.ts'

export function listDependantRequests(server: Server, platform: Platform): void {
  addRoute(server, listDependantRequestsRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    return { requests: (await listDependantRequestRows(platform.sql, personId)).map(toDependantAnswer) }
  })
}
