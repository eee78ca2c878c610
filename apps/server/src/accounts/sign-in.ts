import { type Me, signInRoute } from '@an-sinh/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ACCOUNT_STATES, describeDevice } from '@an-sinh/domain'
import { recordAudit } from '../audit/index.ts'
import { tellPerson } from '../notices/index.ts'
import type { PersonRow } from '../persons/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { meetDevice, rememberDevice } from '../platform/known-device.ts'
import { verifyPassword } from '../platform/passwords.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { countSignInTry, forgetSignInTries } from '../platform/sign-in-limits.ts'
import { inTransaction, type Transaction } from '../platform/transaction.ts'
import { type Account, insertSession, revokeSession } from './account-queries.ts'
import { findLogin } from './find-login.ts'
import { toMe } from './get-me.ts'
import { giveSessionCookie, makeSession, sessionHashOf } from './session-cookie.ts'

type Entrance = {
  request: FastifyRequest
  reply: FastifyReply
  person: PersonRow
  account: Account
  action: 'signed-in' | 'signed-in-by-passkey'
}

/**
 * Who proved to be the person is signed in here from now on: a device not seen before is told about, whoever was signed in at this browser
 * before is no longer. `alsoDo` belongs to the same transaction.
 */
export async function beginSession(
  platform: Platform,
  { request, reply, person, account, action }: Entrance,
  alsoDo: (transaction: Transaction) => Promise<void>,
): Promise<Me> {
  const { personId } = person
  const who = `citizen/${personId}`
  const { token, cookieValue } = makeSession(personId)
  const device = describeDevice(request.headers['user-agent'] ?? '')
  const { known } = meetDevice(platform.keyring, request, reply, who)
  const before = sessionHashOf(request)
  await inTransaction(platform, async (transaction) => {
    await alsoDo(transaction)
    if (before !== null) await revokeSession(transaction, before)
    await insertSession(transaction, token, { hours: platform.settings.citizenSession.hours, deviceLabel: device })
    if (!known) {
      const key = `new-device/${token.sessionHash.toString('base64url')}`
      await tellPerson(platform, transaction, account, { key, content: { event: 'new-device', device } })
    }
    await recordAudit(transaction, { actor: { kind: 'citizen', ...token }, action, personId, requestId: request.id })
  })
  giveSessionCookie(reply, cookieValue)
  rememberDevice(platform.keyring, request, reply, who)
  return toMe(platform, person, account.phone)
}

/** Sign-in with one's own password. Unknown number, wrong password, held account: the same answer after the same work. */
export function signIn(server: Server, platform: Platform): void {
  addRoute(server, signInRoute, async ({ body, request, reply }) => {
    const { key, person, account } = await findLogin(platform, body.login)
    const who = `citizen/${person?.personId ?? 'nobody'}`
    request.concerns = `person/${person?.personId ?? 'nobody'}`
    await countSignInTry(platform, request, reply, { login: key, who })

    const right = await verifyPassword(account?.passwordHash ?? null, body.password)
    if (!right || person === null || account === null || !ACCOUNT_STATES[account.state].maySignIn) throw new Refusal('sign-in-wrong')

    await forgetSignInTries(platform, request, reply, { login: key, who })
    return beginSession(platform, { request, reply, person, account, action: 'signed-in' }, async () => undefined)
  })
}
