import { listRosterImportsRoute } from '@an-sinh/contract'
import { listBatches } from '../imports/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { toRosterImport } from './roster-answer.ts'

const MOST = 30

/** The employer's latest files. */
export function listRosterImports(server: Server, platform: Platform): void {
  addRoute(server, listRosterImportsRoute, async ({ request }) => {
    const { employerId } = requireActor(request, 'employer')
    const batches = await listBatches(platform.sql, MOST, employerId)
    return { imports: await Promise.all(batches.map((batch) => toRosterImport(platform.sql, batch))) }
  })
}
