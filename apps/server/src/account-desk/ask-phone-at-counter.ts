import { askPhoneAtCounterRoute } from '@an-sinh/contract'
import { ACCOUNT_STATES } from '@an-sinh/domain'
import { revokeSessions } from '../accounts/index.ts'
import { askPhoneChange } from '../contacts/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { recordAct } from './record-act.ts'
import { requireAccount, requireReason } from './require-account.ts'
import { showDesk } from './show-desk.ts'

/** The lost phone may be in a stranger's hand: every device can be signed out at once; the number waits for its code and its day. */
export function askPhoneAtCounter(server: Server, platform: Platform): void {
  addRoute(server, askPhoneAtCounterRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    requireReason(actor, body)
    const { person, account } = await requireAccount(platform, actor, body.number)
    if (!ACCOUNT_STATES[account.state].mayChangeContact) throw new Refusal('account-closed')
    const { personId } = account
    await askPhoneChange(platform, account, { changeId: body.actId, typed: body.phone }, async (transaction) => {
      const act = { actor, personId, kind: 'phone-asked', order: body, action: 'phone-change-at-counter', request } as const
      if ((await recordAct(transaction, act)) && body.endDevices) await revokeSessions(transaction, personId)
    })
    return showDesk(platform, actor, person, null)
  })
}
