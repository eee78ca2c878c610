import { getContactsRoute } from '@an-sinh/contract'
import { CONTACT_CHANGE_RULE, maskEmail, maskPhone } from '@an-sinh/domain'
import { findAccount } from '../accounts/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { isOldPhoneGone } from '../recovery/index.ts'
import { findOpenChange } from './contact-change-queries.ts'
import { toChangeAnswer } from './contact-values.ts'

export function getContacts(server: Server, platform: Platform): void {
  addRoute(server, getContactsRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    const account = requireFound(await findAccount(platform.sql, personId), 'not-signed-in')
    const row = await findOpenChange(platform.sql, personId, CONTACT_CHANGE_RULE.proveMinutes)
    return {
      phoneMasked: maskPhone(account.phone),
      emailMasked: account.email === null ? null : maskEmail(account.email),
      oldPhoneGone: await isOldPhoneGone(platform.sql, personId, CONTACT_CHANGE_RULE.counterHours),
      change: row === null ? null : toChangeAnswer(platform, account, row),
    }
  })
}
