import { keepPushSubscriptionRoute } from '@an-sinh/contract'
import { keepPushAddress } from '../notices/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'

export function keepPushSubscription(server: Server, platform: Platform): void {
  addRoute(server, keepPushSubscriptionRoute, async ({ body, request }) => ({
    subscriptionId: await keepPushAddress(platform, requireActor(request, 'citizen').personId, body.endpoint),
  }))
}
