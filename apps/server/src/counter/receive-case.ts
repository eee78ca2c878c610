import { receiveCaseRoute } from '@an-sinh/contract'
import { receivePaper } from '../decisions/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { showCase } from './show-case.ts'

export function receiveCase(server: Server, platform: Platform): void {
  addRoute(server, receiveCaseRoute, async ({ params, body, request }) => {
    await receivePaper(platform, requireActor(request, 'staff'), { ...params, version: body.version }, request.id)
    return showCase(platform, request, params.registrationId)
  })
}
