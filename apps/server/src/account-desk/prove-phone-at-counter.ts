import { provePhoneAtCounterRoute } from '@an-sinh/contract'
import { recordAudit } from '../audit/index.ts'
import { provePhoneChange } from '../contacts/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireAccount } from './require-account.ts'
import { showDesk } from './show-desk.ts'

/** The person reads the code out from the new phone. */
export function provePhoneAtCounter(server: Server, platform: Platform): void {
  addRoute(server, provePhoneAtCounterRoute, async ({ params: { changeId }, body, request }) => {
    const actor = requireActor(request, 'staff')
    const { person, account } = await requireAccount(platform, actor, body.number)
    const { personId } = account
    await provePhoneChange(platform, account, { changeId, code: body.code }, (transaction) =>
      recordAudit(transaction, { actor, action: 'phone-change-proved', personId, requestId: request.id, details: { changeId } }),
    )
    return showDesk(platform, actor, person, null)
  })
}
