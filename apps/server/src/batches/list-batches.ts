import { listBatchesRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { listOfficesOfDesk } from '../reference/index.ts'
import { listBatchRows } from './batch-queries.ts'
import { toSummary } from './require-batch.ts'

export function listBatches(server: Server, platform: Platform): void {
  addRoute(server, listBatchesRoute, async ({ request }) => {
    const { officeId } = requireActor(request, 'staff')
    const rows = await listBatchRows(platform.sql, await listOfficesOfDesk(platform.sql, officeId))
    return { batches: rows.map(toSummary) }
  })
}
