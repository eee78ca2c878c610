import { receiveCasesRoute } from '@an-sinh/contract'
import { receivePaper } from '../decisions/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { doEach } from './do-each.ts'

/** A pile of papers: each is received for itself, at the version that was on the screen. */
export function receiveCases(server: Server, platform: Platform): void {
  addRoute(server, receiveCasesRoute, ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    return doEach(
      request,
      body.cases,
      ({ registrationId }) => registrationId,
      (one) => receivePaper(platform, actor, one, request.id),
    )
  })
}
