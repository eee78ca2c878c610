import { openEmailLinkRoute } from '@an-sinh/contract'
import { ACCOUNT_STATES, EMAIL_LINK_RULE } from '@an-sinh/domain'
import { agreesWithBirthDate, findAccount, giveTicketCookie, hashSecret, insertTicket, makeTicket } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { findPerson } from '../persons/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { inTransaction } from '../platform/transaction.ts'
import { findEmailLink } from './email-link-queries.ts'

const NOBODY = 0

/**
 * The link's secret + birth date → ten minutes to choose a password. The link is used up when the password is set, not here: a broken connection
 * between the two screens must not cost another e-mail. Opening it again ends the ticket before.
 */
export function openEmailLink(server: Server, platform: Platform): void {
  addRoute(server, openEmailLinkRoute, async ({ body, request, reply }) => {
    const linkHash = hashSecret(body.secret)
    // By the link itself: only who has it can use its tries up.
    await platform.limits.consume('email-link-open', linkHash.toString('base64url'))
    const personId = (await findEmailLink(platform.sql, linkHash)) ?? NOBODY
    const [person, account] = [await findPerson(platform.sql, personId), await findAccount(platform.sql, personId)]
    const mayReset = account !== null && ACCOUNT_STATES[account.state].mayResetPassword
    if (person === null || !mayReset || !agreesWithBirthDate(body.bornOn, person.bornOn)) throw new Refusal('email-link-run-out')

    const { ticketHash, cookieValue } = makeTicket()
    const minutes = EMAIL_LINK_RULE.ticketMinutes
    const expiresAt = await inTransaction(platform, async (transaction) => {
      await recordAudit(transaction, { actor: { kind: 'anonymous' }, action: 'email-link-opened', personId, requestId: request.id })
      return insertTicket(transaction, { ticketHash, personId, purpose: 'email-link', minutes })
    })
    giveTicketCookie(reply, cookieValue, minutes)
    return { expiresAt: expiresAt.toISOString(), fullName: person.fullName }
  })
}
