import { undoImportRoute } from '@an-sinh/contract'
import { type ImportKinds, startUndo } from '../imports/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { getBatch, toImportAnswer } from './to-import-answer.ts'

/** Orders the compensation of a whole import. */
export function undoImport(server: Server, platform: Platform, kinds: ImportKinds): void {
  addRoute(server, undoImportRoute, async ({ params: { importId }, request }) => {
    const batch = await getBatch(platform.sql, importId)
    const kind = requireFound(
      kinds.find(({ name }) => name === batch.kind),
      'not-found',
    )
    const compensationId = await startUndo(platform, kind, importId, requireActor(request, 'staff'))
    return toImportAnswer(await getBatch(platform.sql, compensationId))
  })
}
