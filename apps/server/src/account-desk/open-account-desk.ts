import { openAccountDeskRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { requirePerson } from './require-account.ts'
import { showDesk } from './show-desk.ts'

/** What a clerk needs to compare a person at the counter with the register and to help with the account. */
export function openAccountDesk(server: Server, platform: Platform): void {
  addRoute(server, openAccountDeskRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    const reasonCode = requireFound(body.reason, 'reason-missing')
    await platform.limits.consume('counter-account-lookup', String(actor.staffId))
    const { person } = await requirePerson(platform, actor, body.number)
    return showDesk(platform, actor, person, { action: 'account-looked-up', reasonCode, requestId: request.id }, body.number)
  })
}
