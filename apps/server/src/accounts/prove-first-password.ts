import { proveFirstPasswordRoute } from '@an-sinh/contract'
import { ACCOUNT_STATES, parseFirstPassword } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { meetDevice } from '../platform/known-device.ts'
import { verifyPassword } from '../platform/passwords.ts'
import type { Platform } from '../platform/platform.ts'
import { networkOf } from '../platform/recovery-limits.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { insertTicket } from './account-queries.ts'
import { agreesWithBirthDate, findLogin } from './find-login.ts'
import { giveTicketCookie, makeTicket } from './session-cookie.ts'

const TICKET_MINUTES = 10

/**
 * Number + first password + birth date → ten minutes to choose one's own password. The first password is used up when the own one is set,
 * not here: a broken connection between the two screens must not cost a new SMS. Proving again ends the ticket before.
 */
export function proveFirstPassword(server: Server, platform: Platform): void {
  addRoute(server, proveFirstPasswordRoute, async ({ body, request, reply }) => {
    const { key, person, account } = await findLogin(platform, body.login)
    request.concerns = `person/${person?.personId ?? 'nobody'}`
    // By device or network only: a count for the account would let a stranger shut its holder out, and 44 bits need none.
    const device = meetDevice(platform.keyring, request, reply, `citizen/${person?.personId ?? 'nobody'}`)
    await platform.limits.consume('first-password', `${key}/${device.isNew ? networkOf(request.ip) : device.deviceId}`)

    const right = await verifyPassword(account?.firstPasswordHash ?? null, parseFirstPassword(body.firstPassword) ?? '')
    if (
      !right ||
      person === null ||
      account?.firstPasswordUsable !== true ||
      !ACCOUNT_STATES[account.state].maySignIn ||
      !agreesWithBirthDate(body.bornOn, person.bornOn)
    ) {
      throw new Refusal('first-password-run-out')
    }

    const { ticketHash, cookieValue } = makeTicket()
    const expiresAt = await inTransaction(platform, async (transaction) => {
      await recordAudit(transaction, {
        actor: { kind: 'anonymous' },
        action: 'first-password-proved',
        personId: person.personId,
        requestId: request.id,
      })
      return insertTicket(transaction, { ticketHash, personId: person.personId, purpose: 'first-sign-in', minutes: TICKET_MINUTES })
    })
    giveTicketCookie(reply, cookieValue, TICKET_MINUTES)
    return { expiresAt: expiresAt.toISOString(), fullName: person.fullName }
  })
}
