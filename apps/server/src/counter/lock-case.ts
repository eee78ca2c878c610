import { lockCaseRoute, unlockCaseRoute } from '@an-sinh/contract'
import { dropLock, requireOwnCase, takeLock } from '../decisions/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'

/** The soft lock: taken or kept by PUT, given back by DELETE; it runs out by itself. A colleague sees the case and cannot decide it. */
export function lockCase(server: Server, platform: Platform): void {
  addRoute(server, lockCaseRoute, async ({ params, request }) => {
    const actor = requireActor(request, 'staff')
    await requireOwnCase(platform.sql, actor, params.registrationId)
    const until = requireFound(await takeLock(platform.sql, params.registrationId, actor.staffId), 'case-locked')
    return { until: until.toISOString() }
  })
  addRoute(server, unlockCaseRoute, async ({ params, request }) => {
    await dropLock(platform.sql, params.registrationId, requireActor(request, 'staff').staffId)
    return undefined
  })
}
