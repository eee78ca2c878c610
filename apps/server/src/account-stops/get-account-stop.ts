import { getAccountStopRoute } from '@an-sinh/contract'
import { ACCOUNT_STOP_RULE, maskPhone } from '@an-sinh/domain'
import { findAccount } from '../accounts/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { findOpenStop } from './account-stop-queries.ts'
import { toStopAnswer } from './ask-account-stop.ts'

export function getAccountStop(server: Server, platform: Platform): void {
  addRoute(server, getAccountStopRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    const account = requireFound(await findAccount(platform.sql, personId), 'not-signed-in')
    const open = await findOpenStop(platform.sql, personId)
    return { phoneMasked: maskPhone(account.phone), holdHours: ACCOUNT_STOP_RULE.holdHours, open: open && toStopAnswer(open) }
  })
}
