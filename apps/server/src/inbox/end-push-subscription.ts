import { endPushSubscriptionRoute } from '@an-sinh/contract'
import { deleteSubscription } from '../notices/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'

export function endPushSubscription(server: Server, { sql }: Platform): void {
  addRoute(server, endPushSubscriptionRoute, async ({ params, request }) => {
    await deleteSubscription(sql, requireActor(request, 'citizen').personId, params.subscriptionId)
    return undefined
  })
}
