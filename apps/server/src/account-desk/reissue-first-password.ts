import { reissueFirstPasswordRoute } from '@an-sinh/contract'
import { FIRST_PASSWORD_RULE } from '@an-sinh/domain'
import { deleteTickets, prepareFirstPassword, replaceFirstPassword } from '../accounts/index.ts'
import { enqueueMessage } from '../messages/index.ts'
import { recordNotice } from '../notices/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { recordAct } from './record-act.ts'
import { mayIssue, requireAccount, requireReason } from './require-account.ts'
import { showDesk } from './show-desk.ts'

/** To the phone on file and nowhere else: staff start it and never see it. The own password holds until the new one is used. */
export function reissueFirstPassword(server: Server, platform: Platform): void {
  addRoute(server, reissueFirstPasswordRoute, async ({ body, request }) => {
    const actor = requireActor(request, 'staff')
    requireReason(actor, body)
    await platform.limits.consume('counter-code-staff', String(actor.staffId))
    const { person, account } = await requireAccount(platform, actor, body.number)
    if (!mayIssue(account)) throw new Refusal('account-closed')
    const { personId, phone } = account
    await platform.limits.consume('counter-code-person', String(personId))
    const { plain, hash } = await prepareFirstPassword()
    await inTransaction(platform, async (transaction) => {
      const act = { actor, personId, kind: 'first-password', order: body, action: 'first-password-at-counter', request } as const
      if (!(await recordAct(transaction, act))) return
      if (!(await replaceFirstPassword(transaction, personId, phone, hash, FIRST_PASSWORD_RULE.hours))) throw new Refusal('account-closed')
      await deleteTickets(transaction, personId)
      const key = `account-desk/${body.actId}`
      await recordNotice(transaction, personId, { key, content: { event: 'first-password' } })
      const content = { event: 'first-password', firstPassword: plain } as const
      await enqueueMessage(platform, transaction, { idempotencyKey: `${key}/sms`, content, to: { phone }, personId })
    })
    return showDesk(platform, actor, person, null, body.number)
  })
}
