import { listClosuresRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readToday } from '../registrations/index.ts'
import { listOrders } from './closure-queries.ts'
import { listArea } from './list-area.ts'
import { toClosureAnswer } from './to-closure-answer.ts'

export function listClosures(server: Server, platform: Platform): void {
  addRoute(server, listClosuresRoute, async ({ request }) => {
    const actor = requireActor(request, 'staff')
    const area = await listArea(platform.sql, actor)
    const orders = await listOrders(
      platform.sql,
      area.map(({ officeId }) => officeId),
    )
    return {
      todayOn: await readToday(platform.sql),
      offices: area.map(({ officeId, name }) => ({ officeId, name, own: officeId === actor.officeId })),
      closures: orders.map((order) => toClosureAnswer(order, area)),
    }
  })
}
