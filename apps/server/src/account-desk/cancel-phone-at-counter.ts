import { cancelPhoneAtCounterRoute } from '@an-sinh/contract'
import { cancelPhoneChange } from '../contacts/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { recordAct } from './record-act.ts'
import { requireAccount, requireReason } from './require-account.ts'
import { showDesk } from './show-desk.ts'

export function cancelPhoneAtCounter(server: Server, platform: Platform): void {
  addRoute(server, cancelPhoneAtCounterRoute, async ({ params: { changeId }, body, request }) => {
    const actor = requireActor(request, 'staff')
    requireReason(actor, body)
    const { person, account } = await requireAccount(platform, actor, body.number)
    const { personId } = account
    await inTransaction(platform, async (transaction) => {
      const act = { actor, personId, kind: 'phone-cancelled', order: body, action: 'phone-change-cancelled', request } as const
      if (!(await recordAct(transaction, act))) return
      if (!(await cancelPhoneChange(platform, transaction, account, changeId))) throw new Refusal('not-found')
    })
    return showDesk(platform, actor, person, null)
  })
}
