import { previewClosureRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { countMoves } from './count-moves.ts'
import { requireInArea } from './list-area.ts'
import { requireDays } from './order-days.ts'

/** What the closure would do; nothing is written. */
export function previewClosure(server: Server, { sql }: Platform): void {
  addRoute(server, previewClosureRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    await requireDays(sql, body)
    return countMoves(sql, await requireInArea(sql, actor, body.officeIds), body)
  })
}
