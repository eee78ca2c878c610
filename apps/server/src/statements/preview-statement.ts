import { previewStatementRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { toPreviewAnswer } from './to-statement-answer.ts'
import { writeRequested } from './write-requested.ts'

/** What the paper would say and what its check page would show. Nothing is kept. */
export function previewStatement(server: Server, platform: Platform): void {
  addRoute(server, previewStatementRoute, async ({ body, request }) => {
    const { personId } = requireActor(request, 'citizen')
    return toPreviewAnswer((await writeRequested(platform.sql, personId, body)).content)
  })
}
