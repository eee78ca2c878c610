import { getAdjustableRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { toAdjustableAnswer } from './to-adjustable-answer.ts'

export function getAdjustable(server: Server, platform: Platform): void {
  addRoute(server, getAdjustableRoute, async ({ request }) => toAdjustableAnswer(platform.sql, requireActor(request, 'citizen').personId))
}
