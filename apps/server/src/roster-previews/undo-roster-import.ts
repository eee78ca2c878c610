import { undoRosterImportRoute } from '@an-sinh/contract'
import { startUndo } from '../imports/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { rosterImport } from '../rosters/index.ts'
import { getOwnBatch, toRosterImport } from './roster-answer.ts'

/** Orders the taking back of a whole file. */
export function undoRosterImport(server: Server, platform: Platform): void {
  addRoute(server, undoRosterImportRoute, async ({ params: { importId }, request }) => {
    const { batchId } = await getOwnBatch(platform.sql, request, importId)
    const compensationId = await startUndo(platform, rosterImport, batchId, requireActor(request, 'employer'))
    return toRosterImport(platform.sql, await getOwnBatch(platform.sql, request, compensationId))
  })
}
