import { setOwnPasswordRoute } from '@an-sinh/contract'
import { decidePassword, describeDevice } from '@an-sinh/domain'
import { isCommonPassword } from '@an-sinh/domain/common-passwords'
import { recordAudit } from '../audit/index.ts'
import { tellPerson } from '../notices/index.ts'
import { getPerson, type PersonRow } from '../persons/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { rememberDevice } from '../platform/known-device.ts'
import { hashPassword } from '../platform/passwords.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal, requireFound } from '../platform/refusal.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { findAccountRow, findTicket, insertSession, revokeSessions, setPassword, useTicket } from './account-queries.ts'
import { toMe } from './get-me.ts'
import { clearTicketCookie, giveSessionCookie, makeSession, ticketHashOf } from './session-cookie.ts'

/** What features above want done in the same transaction; put together in app.ts. */
export type AccountHooks = {
  onFirstSignIn: (
    transaction: Transaction,
    about: { personId: number; registrationId: string | null; sessionHash: Buffer },
  ) => Promise<void>
  /** `firstPasswordHash`: what was used up by it; null after a link by e-mail where none was there. */
  onPasswordSet: (transaction: Transaction, about: { personId: number; firstPasswordHash: string | null }) => Promise<void>
}

/** @throws Refusal with the rule's code at the field `password` */
export function requireGoodPassword(password: string, person: PersonRow, phone: string): void {
  const { insuranceNumber, nationalId, bornOn, fullName } = person
  const decision = decidePassword(
    password,
    { insuranceNumber, ...(nationalId === null ? {} : { nationalId }), phone, bornOn, fullName },
    isCommonPassword,
  )
  if (!decision.ok) throw new Refusal(decision.code, { fields: [{ field: 'password', code: decision.code }] })
}

/** The ticket's holder chooses a password and is signed in: first sign-in, a forgotten password, a link by e-mail. A password that is not taken costs nothing. */
export function setOwnPassword(server: Server, platform: Platform, hooks: AccountHooks): void {
  addRoute(server, setOwnPasswordRoute, async ({ body, request, reply }) => {
    const ticketHash = requireFound(ticketHashOf(request), 'ticket-run-out')
    const { personId, purpose } = requireFound(
      await findTicket(platform.sql, ticketHash, ['first-sign-in', 'email-link']),
      'ticket-run-out',
    )
    const person = await getPerson(platform.sql, personId)
    const { phone, email } = requireFound(await findAccountRow(platform.sql, personId), 'ticket-run-out')
    requireGoodPassword(body.password, person, phone)

    const passwordHash = await hashPassword(body.password)
    const { token, cookieValue } = makeSession(personId)
    await inTransaction(platform, async (transaction) => {
      if (!(await useTicket(transaction, ticketHash))) throw new Refusal('ticket-run-out')
      const before = requireFound(await setPassword(transaction, personId, passwordHash, purpose), 'ticket-run-out')
      await revokeSessions(transaction, personId)
      await insertSession(transaction, token, {
        hours: platform.settings.citizenSession.hours,
        deviceLabel: describeDevice(request.headers['user-agent'] ?? ''),
      })
      if (before.wasFirst)
        await hooks.onFirstSignIn(transaction, { personId, registrationId: before.registrationId, sessionHash: token.sessionHash })
      await hooks.onPasswordSet(transaction, { personId, firstPasswordHash: before.firstPasswordHash })
      const key = `password-set/${ticketHash.toString('base64url')}`
      const event = purpose === 'email-link' ? 'password-set-by-email' : 'password-set'
      await tellPerson(platform, transaction, { personId, phone: before.phone, email }, { key, content: { event } })
      await recordAudit(transaction, {
        actor: { kind: 'citizen', ...token },
        action: before.wasFirst ? 'first-signed-in' : 'password-replaced',
        personId,
        registrationId: before.registrationId,
        requestId: request.id,
      })
    })
    clearTicketCookie(reply)
    giveSessionCookie(reply, cookieValue)
    rememberDevice(platform.keyring, request, reply, `citizen/${personId}`)
    return toMe(platform, person, phone)
  })
}
