import { findBatchRoute, getBatchRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { hashBatchCode, readBatchCode } from './batch-codes.ts'
import { findBatchByCode } from './batch-queries.ts'
import { requireBatch, requireOwnBatch, showBatch } from './require-batch.ts'

/** By the cover sheet, or again by its id. */
export function findBatch(server: Server, platform: Platform): void {
  addRoute(server, findBatchRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const code = readBatchCode(body.code)
    const hmac = code === null ? null : hashBatchCode(platform.keyring, 'batch', code)
    const found = await findBatchByCode(platform.sql, { hmac, number: body.code.trim().toUpperCase() })
    return showBatch(platform.sql, await requireOwnBatch(platform.sql, actor, found))
  })
  addRoute(server, getBatchRoute, async ({ params, request }) =>
    showBatch(platform.sql, await requireBatch(platform.sql, requireActor(request, 'staff'), params.batchId)),
  )
}
