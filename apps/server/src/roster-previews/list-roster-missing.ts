import { listRosterMissingRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listMissing } from '../rosters/index.ts'
import { getOwnBatch } from './roster-answer.ts'

const MOST = 100

export function listRosterMissing(server: Server, platform: Platform): void {
  addRoute(server, listRosterMissingRoute, async ({ params: { importId }, request }) => {
    const { employerId } = requireActor(request, 'employer')
    const { batchId } = await getOwnBatch(platform.sql, request, importId)
    return { lines: await listMissing(platform.sql, { batchId, employerId }, MOST) }
  })
}
