import { undoDecisionRoute } from '@an-sinh/contract'
import { takeBackDecision } from '../decisions/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { showCase } from './show-case.ts'

export function undoDecision(server: Server, platform: Platform): void {
  addRoute(server, undoDecisionRoute, async ({ params, body, request }) => {
    await takeBackDecision(platform, requireActor(request, 'staff'), { ...params, ...body }, request.id)
    return showCase(platform, request, params.registrationId)
  })
}
